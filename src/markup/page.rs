//! A whole page, outside the theme.

use super::Html;

impl Html {
    /// A page of its own, in Dutch, for who works on a site; as it is written out.
    pub fn page(title: &str, head: Self, body: Self) -> String {
        let mut all = Self::empty("meta", &[("charset", "utf-8")]);
        all.append(&Self::empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]));
        all.append(&Self::element("title", &[], title));
        all.append(&head);
        let mut whole = Self::element("head", &[], all);
        whole.append(&Self::element("body", &[], body));
        format!("<!doctype html>\n{}\n", Self::element("html", &[("lang", "nl")], whole).as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn a_page_of_its_own_is_whole() {
        let body = Html::empty("input", &[("value", "\"1\" < 2")]);
        assert_eq!(
            Html::page("A & B", Html::default(), body),
            "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, \
             initial-scale=1\"><title>A &amp; B</title></head><body><input value=\"&quot;1&quot; &lt; 2\"></body></html>\n"
        );
    }
}
