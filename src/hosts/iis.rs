//! `web.config` for IIS 10 (Windows Server), in the root of the site. Redirects need the role service HTTP Redirection; without it
//! the pages that stand at the old addresses do their work.

use super::MADE;
use super::rules::Rules;
use super::types::TYPES;
use crate::render::xml;
use crate::site::percent_encode;
use std::fmt::Write;

pub(super) fn text(rules: &Rules) -> String {
    let mut out =
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- {MADE} -->\n<configuration>\n  <system.webServer>\n");
    out.push_str("    <defaultDocument enabled=\"true\"><files><clear /><add value=\"index.html\" /></files></defaultDocument>\n");
    let _ = writeln!(
        out,
        "    <httpErrors errorMode=\"Custom\" existingResponse=\"Auto\"><remove statusCode=\"404\" /><error statusCode=\"404\" path=\"{}\" responseMode=\"ExecuteURL\" /></httpErrors>",
        xml(&rules.not_found())
    );
    out.push_str("    <security><requestFiltering><hiddenSegments>");
    for hidden in [".hosts", ".verbeeld", ".git"] {
        let _ = write!(out, "<remove segment=\"{hidden}\" /><add segment=\"{hidden}\" />");
    }
    out.push_str("</hiddenSegments></requestFiltering></security>\n    <httpProtocol><customHeaders>\n");
    for (name, value) in rules.headers() {
        let _ = writeln!(out, "      <remove name=\"{name}\" /><add name=\"{name}\" value=\"{}\" />", xml(&value));
    }
    out.push_str("    </customHeaders></httpProtocol>\n    <staticContent>\n      <clientCache cacheControlMode=\"DisableCache\" />\n");
    for (extensions, kind) in TYPES {
        for extension in *extensions {
            let _ = writeln!(
                out,
                "      <remove fileExtension=\".{extension}\" /><mimeMap fileExtension=\".{extension}\" mimeType=\"{kind}\" />"
            );
        }
    }
    out.push_str("    </staticContent>\n  </system.webServer>\n");
    for path in &rules.lasting {
        location(
            &mut out,
            path,
            "<staticContent><clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" /></staticContent>",
        );
    }
    // In the path of a location IIS takes no other signs; the page that stands at such an old address does its work.
    let fit = |from: &str| !from.contains([';', ':', '\\', '@', '&', '=', '+', '$', ',', '?', '*']);
    for (from, to) in rules.redirects.iter().filter(|(from, _)| fit(from)) {
        let to = xml(&percent_encode(&rules.on_host(to)));
        location(
            &mut out,
            from.trim_end_matches('/'),
            &format!(
                "<httpRedirect enabled=\"true\" destination=\"{to}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\" />"
            ),
        );
    }
    out.push_str("</configuration>\n");
    out
}

fn location(out: &mut String, path: &str, what: &str) {
    let _ = writeln!(
        out,
        "  <location path=\"{}\">\n    <system.webServer>{what}</system.webServer>\n  </location>",
        xml(path)
    );
}
