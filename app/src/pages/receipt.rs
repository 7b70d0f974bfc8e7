//! One receipt.
