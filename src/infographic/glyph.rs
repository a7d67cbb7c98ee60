//! Small marks that stand for a level, drawn by us: no icon font, no emoji.

use super::weave::Form;

/// The glyph of a level, 20 × 20, in the current colour, hidden from screen readers.
pub fn glyph(form: Form) -> String {
    let shape = match form {
        Form::Draad => {
            "<path d=\"M10 16.6 3.9 10.4a3.9 3.9 0 0 1 0-5.6 3.9 3.9 0 0 1 5.5 0l.6.6.6-.6a3.9 3.9 0 0 1 5.5 0 3.9 3.9 0 0 1 0 5.6z\"/>"
        }
        Form::Strengen => "<circle cx=\"10\" cy=\"10\" r=\"5.5\"/>",
        Form::Vlecht => {
            // Two rings, each over the other once: the cuts make the link.
            "<path d=\"M9.9 6.4A4.7 4.7 0 1 0 11.7 10.4M11.4 8.5A4.7 4.7 0 0 0 10.9 7.3\"/><path d=\"M10.1 13.6A4.7 4.7 0 1 0 8.3 9.6M8.6 11.5A4.7 4.7 0 0 0 9.1 12.7\"/>"
        }
        // A knot in a ring: nothing comes loose.
        Form::Koord => "<circle cx=\"10\" cy=\"10\" r=\"6.5\"/><path d=\"M6 13.5 14 6.5M6 6.5l8 7\"/>",
        Form::Gescheiden => "<path d=\"M7 5v10M13 5v10\"/>",
        Form::Onbepaald => "<circle cx=\"10\" cy=\"10\" r=\"3\"/>",
    };
    format!(
        "<svg class=\"ig-glyph\" viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\" focusable=\"false\">{shape}</svg>"
    )
}
