//! Which pages exist, and what each template sees.

pub mod view;
