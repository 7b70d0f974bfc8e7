//! signed_out
