//! Every route, and whether it stands behind the guard. A route that is not in this table does not exist.

use super::{
    Site, about, account, activate, assets, choose, confirm, copies, files, gallery, guard, helper,
    helper_words, history, language, leave, letter, letter_file, lines, log_files, papers, preview,
    preview_ticks, receipt, receipts, request, requests, sign_in, sources, start, stay, summary,
    transparency, verify, withdraw, words, wrong,
};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Everybody.
    Open,
    /// Somebody who is signed in; others are led to sign in, or refused.
    Guarded,
}

struct Route {
    path: &'static str,
    door: Door,
    methods: MethodRouter<Site>,
}

fn open(path: &'static str, methods: MethodRouter<Site>) -> Route {
    Route { path, door: Door::Open, methods }
}

fn guarded(path: &'static str, methods: MethodRouter<Site>) -> Route {
    Route { path, door: Door::Guarded, methods }
}

fn table(demo: bool) -> Vec<Route> {
    let mut table = vec![
        open("/", get(start::show)),
        open("/activate", get(activate::show).post(activate::activate)),
        open("/sign-in", get(sign_in::show).post(sign_in::sign_in)),
        open("/sign-out", get(sign_in::sign_out_page).post(sign_in::sign_out)),
        open("/leave", get(leave::leave)),
        open("/signed-out", get(sign_in::signed_out)),
        open("/recover", get(sign_in::recover)),
        open("/language", post(language::change)),
        open("/help", get(about::help)),
        open("/what-is-sayso", get(about::leaflet)),
        open("/privacy", get(about::privacy)),
        open("/accessibility", get(about::accessibility)),
        open("/transparency", get(transparency::show)),
        open("/transparency/figures.csv", get(transparency::csv)),
        open("/transparency/figures.json", get(transparency::json)),
        open("/verify", get(verify::show).post(verify::check)),
        open("/assets/{*path}", get(assets::serve)),
        open("/robots.txt", get(files::robots)),
        open("/favicon.ico", get(files::icon)),
        open("/log/checkpoint", get(log_files::checkpoint)),
        open("/log/tile/{*path}", get(log_files::tile)),
        guarded("/stay", post(stay::stay)),
        guarded("/sources", get(sources::show).post(sources::change)),
        guarded("/requests", get(requests::show)),
        guarded("/requests/{id}", get(request::show)),
        guarded("/requests/{id}/choose", get(choose::show).post(choose::choose)),
        guarded("/requests/{id}/preview", get(preview::show).post(preview_ticks::change)),
        guarded("/requests/{id}/package.json", get(preview::package)),
        guarded("/requests/{id}/file", get(preview::text)),
        guarded("/requests/{id}/letter/{key}", get(letter_file::show)),
        guarded("/requests/{id}/confirm", get(confirm::show).post(confirm::confirm)),
        guarded("/requests/{id}/words", get(words::show)),
        guarded("/requests/{id}/words/print", get(words::print)),
        guarded("/requests/{id}/words/{point}", get(words::one).post(words::save)),
        guarded("/requests/{id}/helper", get(helper::show).post(helper::change)),
        guarded("/requests/{id}/entries/{key}/wrong", get(wrong::show).post(wrong::mark)),
        open("/helper/sent", get(helper_words::sent)),
        open("/helper/{token}", get(helper_words::show).post(helper_words::send)),
        guarded("/requests/{id}/withdraw", get(withdraw::show).post(withdraw::withdraw)),
        guarded("/requests/{id}/not-me", post(request::not_me)),
        guarded("/requests/{id}/complete", post(request::complete)),
        guarded("/requests/{id}/letters", get(letter::list)),
        guarded("/requests/{id}/letters/{kind}", get(letter::show).post(letter::write)),
        guarded("/receipts", get(receipts::show)),
        guarded("/receipts/{id}", get(receipt::show)),
        guarded("/receipts/{id}/letter", get(letter::of_receipt)),
        guarded("/receipts/{id}/consent.json", get(receipt::consent)),
        guarded("/receipts/{id}/receipt.html", get(receipt::html)),
        guarded("/receipts/{id}/receipt.json", get(receipt::json)),
        guarded("/receipts/{id}/receipt.pdf", get(papers::pdf)),
        guarded("/receipts/{id}/receipt.txt", get(papers::text)),
        guarded("/receipts/all.zip", get(papers::all)),
        guarded("/requests/{id}/copy", post(copies::keep)),
        guarded("/copies", get(copies::list)),
        guarded("/copies/{id}", get(copies::show)),
        guarded("/copies/{id}/file.json", get(copies::file)),
        guarded("/copies/{id}/delete", post(copies::delete)),
        guarded("/history", get(history::show)),
        guarded("/history/{id}/proof", get(lines::proof)),
        guarded("/history/{id}/line.tlog-proof", get(lines::file)),
        guarded("/history/{id}/times", get(lines::times)),
        guarded("/account", get(account::show).post(account::change)),
        guarded("/fn/choose-summary", post(summary::answer)),
    ];
    if demo {
        table.push(open("/_gallery", get(gallery::list)));
        table.push(open("/_gallery/{page}/{sample}", get(gallery::sample)));
    }
    table
}

/// Every path with its door, for whoever wants to see that none is left open.
pub fn doors() -> Vec<(&'static str, Door)> {
    table(true).into_iter().map(|route| (route.path, route.door)).collect()
}

pub(super) fn all(site: &Site) -> Router<Site> {
    let guard = from_fn_with_state(site.clone(), guard::stand);
    table(site.portal.config().demo).into_iter().fold(Router::new(), |router, route| {
        match route.door {
            Door::Open => router.route(route.path, route.methods),
            Door::Guarded => router.route(route.path, route.methods.route_layer(guard.clone())),
        }
    })
}
