//! What runs in the browser. Every page is whole without it, and it never changes anything on the server.

pub mod choose_summary;
