//! The square code is drawn by one crate, turned into points by a second and read by a third.

use crate::sample::HELD;
use paper::Square;
use resvg::{tiny_skia, usvg};

/// What a reader finds in a picture of so many points on each side.
fn read(svg: &str, points: u16) -> Vec<String> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap();
    let mut map = tiny_skia::Pixmap::new(points.into(), points.into()).unwrap();
    let scale = f32::from(points) / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut map.as_mut());
    let grey = |x: usize, y: usize| map.data()[(y * usize::from(points) + x) * 4];
    let side = usize::from(points);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    picture.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

#[test]
fn another_reader_finds_what_the_code_holds() {
    let square = Square::of(HELD).unwrap();
    assert_eq!(square.holds(), HELD);
    for points in [200, 331, 900] {
        assert_eq!(read(&square.svg(), points), [HELD], "{points}");
    }
}

#[test]
fn a_code_that_is_partly_covered_is_still_read() {
    let square = Square::of(HELD).unwrap();
    let blot = r##"<path fill="#fff" d="M24 24h7v7h-7z"/></svg>"##;
    assert_eq!(read(&square.svg().replace("</svg>", blot), 600), [HELD]);
}

#[test]
fn the_code_has_its_quiet_zone_and_nothing_that_could_run() {
    let square = Square::of(HELD).unwrap();
    assert!(square.path().starts_with("M4 4h7v1h-7z"), "{}", square.path());
    assert!(square.path().chars().all(|letter| "Mhvz- 0123456789".contains(letter)));
    assert!(!Square::of("<script>\"'&").unwrap().svg().contains("script"));
}

#[test]
fn too_much_is_refused() {
    assert_eq!(Square::of(&"x".repeat(5000)), Err(paper::TooLong));
}
