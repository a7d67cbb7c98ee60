//! What was filled in.

use crate::site::percent_decode;

/// Name and value of each field. What is no text is left out.
pub(super) fn read(body: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(body);
    let plain = |text: &str| percent_decode(&text.replace('+', " "));
    text.split('&').filter_map(|pair| pair.split_once('=')).filter_map(|(n, v)| Some((plain(n)?, plain(v)?))).collect()
}

/// The value of a field without the spaces around it; empty when there is none.
pub(super) fn field<'f>(form: &'f [(String, String)], name: &str) -> &'f str {
    form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_browsers_send_them() {
        let form = read("naam=Het+B%C3%A9ekdal%26co&plek=C%3A%5Csites+1&leeg=&los&kapot=%ff".as_bytes());
        assert_eq!(field(&form, "naam"), "Het Béekdal&co");
        assert_eq!(field(&form, "plek"), "C:\\sites 1");
        assert_eq!((field(&form, "leeg"), field(&form, "weg"), field(&form, "kapot")), ("", "", ""));
    }
}
