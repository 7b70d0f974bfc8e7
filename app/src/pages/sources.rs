//! Where records may be read from.
