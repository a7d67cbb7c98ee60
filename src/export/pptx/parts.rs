//! The parts of a deck that are the same for every drawing: package, master, layout, theme, notes.
//!
//! PowerPoint is strict where its readers are not: the order of what stands in each part, ids that no other part has, and a way
//! from every part to the next and, for notes, back.

use super::shapes::hex;
use crate::export::Css;
use crate::infographic::svg::escape;
use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const MAP: &str = "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.presentationml";

pub const ROOT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"ppt/presentation.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
pub const PROPS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:presentationPr xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>";
pub const VIEWS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:viewPr xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>";
pub const MASTER_RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout\" Target=\"../slideLayouts/slideLayout1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" Target=\"../theme/theme1.xml\"/></Relationships>";
pub const LAYOUT_RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster\" Target=\"../slideMasters/slideMaster1.xml\"/></Relationships>";
pub const NOTES_MASTER_RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" Target=\"../theme/theme2.xml\"/></Relationships>";

pub fn types(slides: usize) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        let _ = write!(out, "<Override PartName=\"{name}\" ContentType=\"{kind}\"/>");
    };
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("/ppt/presentation.xml", &format!("{KIND}.presentation.main+xml"));
    part("/ppt/presProps.xml", &format!("{KIND}.presProps+xml"));
    part("/ppt/viewProps.xml", &format!("{KIND}.viewProps+xml"));
    for number in [1, 2] {
        part(&format!("/ppt/theme/theme{number}.xml"), "application/vnd.openxmlformats-officedocument.theme+xml");
    }
    part("/ppt/slideMasters/slideMaster1.xml", &format!("{KIND}.slideMaster+xml"));
    part("/ppt/slideLayouts/slideLayout1.xml", &format!("{KIND}.slideLayout+xml"));
    part("/ppt/notesMasters/notesMaster1.xml", &format!("{KIND}.notesMaster+xml"));
    for number in 1..=slides {
        part(&format!("/ppt/slides/slide{number}.xml"), &format!("{KIND}.slide+xml"));
        part(&format!("/ppt/notesSlides/notesSlide{number}.xml"), &format!("{KIND}.notesSlide+xml"));
    }
    out.push_str("</Types>");
    out
}

pub fn core(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>",
        escape(title)
    )
}

/// The first slide is `rId10`: what stands before it has fixed numbers.
const FIRST: usize = 10;

pub fn presentation(slides: usize) -> String {
    let mut list = String::new();
    for index in 0..slides {
        let _ = write!(list, "<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + index, FIRST + index);
    }
    format!(
        "{HEAD}<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{list}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}

fn relations(all: &[(String, &str, String)]) -> String {
    let mut out =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (id, kind, target) in all {
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    out.push_str("</Relationships>");
    out
}

pub fn presentation_rels(slides: usize) -> String {
    let fixed = [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("theme", "theme/theme1.xml"),
        ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"),
    ];
    let fixed =
        fixed.iter().enumerate().map(|(i, (kind, target))| (format!("rId{}", i + 1), *kind, (*target).to_owned()));
    let own = (0..slides).map(|i| (format!("rId{}", FIRST + i), "slide", format!("slides/slide{}.xml", i + 1)));
    relations(&fixed.chain(own).collect::<Vec<_>>())
}

pub fn slide_rels(number: usize) -> String {
    relations(&[
        ("rId1".to_owned(), "slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
        ("rId2".to_owned(), "notesSlide", format!("../notesSlides/notesSlide{number}.xml")),
    ])
}

pub fn notes_rels(number: usize) -> String {
    relations(&[
        ("rId1".to_owned(), "notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
        ("rId2".to_owned(), "slide", format!("../slides/slide{number}.xml")),
    ])
}

pub fn slide(ground: &str, shapes: &str) -> String {
    format!(
        "{HEAD}<p:sld {SPACES}><p:cSld><p:bg><p:bgPr>{ground}<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
}

const TITLE: &str = "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Titel\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"482600\" y=\"584200\"/><a:ext cx=\"11226800\" cy=\"812800\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"nl-NL\"/><a:t>Titel</a:t></a:r></a:p></p:txBody></p:sp>";

pub fn master() -> String {
    let level = |size: usize| {
        format!(
            "<a:lvl1pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>"
        )
    };
    format!(
        "{HEAD}<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{TITLE}</p:spTree></p:cSld><p:clrMap {MAP}/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles></p:sldMaster>",
        level(2700),
        level(1600),
        level(1400)
    )
}

pub fn layout() -> String {
    format!(
        "{HEAD}<p:sldLayout {SPACES} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Alleen titel\"><p:spTree>{TREE}{TITLE}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
}

fn placeholder(id: usize, name: &str, kind: &str, place: &str, body: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"{}/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\" idx=\"{}\"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>{body}</p:sp>",
        if kind == "sldImg" { " noRot=\"1\" noChangeAspect=\"1\"" } else { "" },
        id - 1
    )
}

const IMAGE: &str = "<a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
const BODY: &str = "<a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";

pub fn notes_master() -> String {
    let text = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"nl-NL\"/></a:p></p:txBody>";
    format!(
        "{HEAD}<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{}{}</p:spTree></p:cSld><p:clrMap {MAP}/></p:notesMaster>",
        placeholder(2, "Dia", "sldImg", IMAGE, ""),
        placeholder(3, "Notities", "body", BODY, text)
    )
}

pub fn notes(paragraphs: &str) -> String {
    let text = format!("<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>");
    format!(
        "{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        placeholder(2, "Dia", "sldImg", "", ""),
        placeholder(3, "Notities", "body", "", &text)
    )
}

/// The colours of the portal, and a font that every office has.
pub fn theme(css: &Css) -> String {
    let colour =
        |name: &str, token: &str| format!("<a:{name}><a:srgbClr val=\"{}\"/></a:{name}>", hex(&css.token(token)));
    let colours: String = [
        ("dk1", "v-inkt"),
        ("lt1", "v-papier"),
        ("dk2", "v-inkt-zacht"),
        ("lt2", "v-linnen"),
        ("accent1", "v-indigo"),
        ("accent2", "v-meekrap"),
        ("accent3", "v-wouw"),
        ("accent4", "v-weide"),
        ("accent5", "v-walnoot"),
        ("accent6", "v-wouw-vulling"),
        ("hlink", "v-indigo"),
        ("folHlink", "v-walnoot"),
    ]
    .iter()
    .map(|(name, token)| colour(name, token))
    .collect();
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Verbeeld\"><a:themeElements><a:clrScheme name=\"Verbeeld\">{colours}</a:clrScheme><a:fontScheme name=\"Verbeeld\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Verbeeld\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{line}{line}{line}</a:lnStyleLst><a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
}
