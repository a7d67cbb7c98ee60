//! The matrix of roles from the products of the data.

use super::block::InfographicBlock;
use super::shared::{named, plain_head};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::rollenmatrix::{Cell, Rollenmatrix, Row};
use crate::model::{Colour, Loop, Phase, Status};
use crate::pages::writing::{Writer, label_of};

/// The matrix that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().rollenmatrix();
    let model = writer.model();
    if model.producten.is_empty() {
        return None;
    }
    let mut sources = Vec::new();
    let mut rows = Vec::new();
    let words = writer.words();
    let word = |status: Status| if status == Status::Feit { String::new() } else { words.name(status).to_owned() };
    for product in &model.producten {
        sources.extend(product.bron.iter().cloned());
        let cells = Phase::ALL.iter().map(|phase| {
            let found = product.fase.iter().find(|f| f.fase == *phase);
            let who = found.and_then(|f| f.wie.as_ref()).map(|w| named(writer, &w.id));
            Cell { status: found.filter(|_| who.is_some()).map(|f| word(*f.status)).unwrap_or_default(), who }
        });
        let cells = cells.collect();
        sources.extend(product.fase.iter().flat_map(|f| f.bron.iter().cloned()));
        let lead = product.in_de_lead.as_ref().map(|lead| named(writer, &lead.id));
        rows.push(Row {
            name: named(writer, &product.id.value),
            colour: match product.lus {
                Loop::Strategisch => Colour::Indigo,
                Loop::Operationeel => Colour::Weide,
                Loop::Beide => Colour::Wouw,
            }
            .word()
            .to_owned(),
            lead: Cell {
                status: product.status.as_ref().filter(|_| lead.is_some()).map(|s| word(s.value)).unwrap_or_default(),
                who: lead,
            },
            cells,
        });
    }
    let matrix = Rollenmatrix {
        head: Head {
            id: writer.unique_id("rollenmatrix"),
            title: block.titel.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading().to_owned()),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        phases: Phase::ALL.iter().map(|p| label_of(words.name(*p))).collect(),
        rows,
    };
    let of_leads =
        model.producten.iter().filter(|p| p.in_de_lead.is_some()).map(|p| p.status.as_ref().map(|s| s.value));
    let of_cells = model.producten.iter().flat_map(|p| &p.fase).filter(|f| f.wie.is_some()).map(|f| Some(*f.status));
    Some(matrix.draw().with_caveat(sureness::of(writer.phrases(), of_leads.chain(of_cells))))
}
