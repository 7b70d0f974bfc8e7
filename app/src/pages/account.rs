//! Password and sessions.
