//! Who may ask: keeps other websites from reading the preview through the editor's browser.

use std::net::IpAddr;

/// May a request with this `Host` be answered?
///
/// A website that lets its name point at 127.0.0.1 (DNS rebinding) sends its own name here. So while the server listens
/// on this machine only, only this machine's names are answered; whoever binds another address opens it knowingly.
pub(super) fn may_ask(host: &str, listens: IpAddr) -> bool {
    if !listens.is_loopback() {
        return true;
    }
    let name = without_port(host).to_ascii_lowercase();
    let name = name.strip_suffix('.').unwrap_or(&name);
    let literal = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')).unwrap_or(name);
    name == "localhost" || name.ends_with(".localhost") || literal.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Does a page of this origin belong to the server that it asks for?
pub(super) fn is_own_origin(origin: &str, host: &str) -> bool {
    let asked = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    asked.is_some_and(|asked| asked.eq_ignore_ascii_case(host))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.chars().all(|c| c.is_ascii_digit()) && balanced(name) => name,
        _ => host,
    }
}

/// `[::1` is half an address: the colon belonged to it.
fn balanced(name: &str) -> bool {
    name.starts_with('[') == name.ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    #[test]
    fn only_this_machine_by_default() {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        for good in [
            "localhost",
            "localhost:4321",
            "LocalHost.",
            "site.localhost:1",
            "127.0.0.1:80",
            "127.9.9.9",
            "[::1]:4321",
            "[::1]",
        ] {
            assert!(may_ask(good, here), "{good}");
        }
        for bad in [
            "evil.example",
            "localhost.evil.example:4321",
            "127.0.0.1.evil.example",
            "192.168.1.1",
            "",
            "evil@localhost",
            "0.0.0.0",
            "localhost:80:80",
        ] {
            assert!(!may_ask(bad, here), "{bad}");
        }
        assert!(!may_ask("evil.example", IpAddr::V6(Ipv6Addr::LOCALHOST)));
        assert!(may_ask("portaal.lan:4321", IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
    }

    #[test]
    fn origins() {
        assert!(is_own_origin("http://localhost:1", "localhost:1"));
        assert!(!is_own_origin("http://localhost:2", "localhost:1"));
        assert!(!is_own_origin("http://evil.example", "localhost:1") && !is_own_origin("null", "localhost:1"));
    }
}
