//! Confirming a decision.
