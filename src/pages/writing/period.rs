//! When an action is planned, in words.

use crate::decode::Moment;
use crate::model::kinds::Actie;

/// When an action is planned, and when it was done.
pub fn period(action: &Actie) -> String {
    let planned = planned(action);
    match &action.gerealiseerd {
        Some(done) => format!("{planned}; klaar: {}", done.in_dutch()),
        None => planned,
    }
}

/// When an action is planned.
pub fn planned(action: &Actie) -> String {
    match (&action.van, &action.tot) {
        (Some(from), Some(to)) if from.value == to.value => from.in_dutch(),
        (Some(from), Some(to)) => from.value.until(&to.value),
        (Some(from), None) => format!("vanaf {}", from.in_dutch()),
        (None, Some(to)) => format!("uiterlijk {}", within(to)),
        (None, None) => "geen datum genoemd".to_owned(),
    }
}

/// A moment after a word such as “uiterlijk”: in the quarter, in the year, or on the day itself.
fn within(moment: &Moment) -> String {
    match moment {
        Moment::Day(_) => moment.in_dutch(),
        Moment::Quarter(..) => format!("in het {}", moment.in_dutch()),
        Moment::Year(_) => format!("in {}", moment.in_dutch()),
    }
}
