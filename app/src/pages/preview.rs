//! What would be sent, entry by entry.
