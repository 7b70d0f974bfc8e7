//! All receipts.
