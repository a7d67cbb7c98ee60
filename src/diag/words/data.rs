//! Problems with the data.
