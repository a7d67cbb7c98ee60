//! Key figures from the data: those of the block, or else those marked as key figures.

use super::block::InfographicBlock;
use super::shared::{head, href_of};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::kerncijfers::{Figure, Kerncijfers};
use crate::model::Status;
use crate::model::kinds::Cijfer;
use crate::pages::writing::Writer;
use crate::site::figure_in_words;

/// The figures that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().kerncijfers();
    let model = writer.model();
    let chosen: Vec<&Cijfer> = if block.cijfers.is_empty() {
        model.cijfers.iter().filter(|figure| figure.kern == Some(true)).collect()
    } else {
        block.cijfers.iter().filter_map(|id| model.cijfers.get(&id.id)).collect()
    };
    if chosen.is_empty() {
        return None;
    }
    let mut figures = Vec::new();
    for figure in &chosen {
        let status = figure.status.as_ref().map(|status| status.value).filter(|status| *status != Status::Feit);
        let source_links = writer.source_line(&figure.bron);
        figures.push(Figure {
            shown: figure_in_words(writer.phrases(), figure),
            name: figure.naam.clone(),
            href: href_of(writer, &figure.id),
            reckoning: figure.berekening.as_ref().map(|text| writer.plain(text)).unwrap_or_default(),
            status: status.map(|status| writer.words().name(status).to_owned()).unwrap_or_default(),
            certain: matches!(status, None | Some(Status::Besloten)),
            source: source_links.plain(),
            source_html: source_links,
        });
    }
    let sources: Vec<_> = chosen.iter().flat_map(|figure| figure.bron.clone()).collect();
    let sources = writer.source_line(&sources);
    let names = head(writer, block, "kerncijfers", say.title(), say.reading(), sources);
    let sure = sureness::of(writer.phrases(), chosen.iter().map(|figure| figure.status.as_ref().map(|s| s.value)));
    Some(Kerncijfers { head: names, figures }.draw().with_caveat(sure))
}
