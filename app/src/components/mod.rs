//! The parts that pages are made of. Each is a function from plain values to a view; none has state.

mod bars;
mod button;
mod choice_row;
mod digest;
mod errors;
mod field;
mod gauge;
mod large;
pub(crate) mod mark;
mod pages;
mod prose;
mod scan;
mod sides;
pub(crate) mod standing;
mod summary_list;
mod textarea;

pub use bars::{Bars, Fill, Lane, bars};
pub use button::{
    button, button_group, button_of, link_button, second_button, second_button_of,
    second_link_button, small_link_button,
};
pub use choice_row::{Answer, ChoiceRow, choice_row};
pub use digest::{digest, root};
pub use errors::{error_message, error_summary};
pub use field::{Field, field, password_field};
pub use gauge::{
    GaugeHelp, GaugeLevel, PointGauge, gauge_compact, gauge_help, gauge_honest, gauge_line,
};
pub use large::large_print;
pub use pages::pages;
pub use prose::{
    always, asker_caption, body, bullets, details, heading_l, heading_m, hidden, lead, reference,
    request_caption, title,
};
pub use scan::{Scan, scan};
pub use sides::sides;
pub use standing::{Paused, Shape, Standing, standing_tag, tag, tags};
pub use summary_list::{Row, row, row_text, summary_list};
pub use textarea::{Textarea, escaped, small_textarea, textarea};
