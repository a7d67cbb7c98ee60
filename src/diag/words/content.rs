//! Problems with the content.
