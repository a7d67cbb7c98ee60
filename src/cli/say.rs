//! What the program prints. Who listens may leave (`verbeeld check --leesniveau | head`); that is no mistake, so the rest is
//! not said and the command ends as it would have.

use crate::diag::words::output::io_cause;
use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

/// A build that was killed in the midst of publishing was made whole.
pub const FINISHED: &str =
    "De vorige keer werd het publiceren afgebroken. Dat is nu afgemaakt: de gepubliceerde site is weer heel.";

/// A published folder that cannot be exchanged as a whole, and what that means.
pub const IN_PLACE: &str = "Let op: deze map kan niet in één keer worden vervangen, omdat hij een koppelpunt is of in een map staat waarin \
    niets gemaakt mag worden. De bestanden zijn daarom één voor één vervangen. Een bezoeker kan daarbij heel even oud en nieuw door elkaar zien. \
    Breekt het publiceren af, dan maakt de volgende `verbeeld build` of `verbeeld serve` het af.";

/// Something that was asked for was not written.
static LOST: AtomicBool = AtomicBool::new(false);

/// On standard output: what was asked for.
pub fn out(text: impl Display) {
    let written = write!(stdout().lock(), "{text}").and_then(|()| stdout().flush());
    if let Err(e) = written
        && e.kind() != ErrorKind::BrokenPipe
        && !LOST.swap(true, Ordering::Relaxed)
    {
        line(format_args!("fout: wat u vroeg, is niet of niet helemaal weggeschreven: {}.", io_cause(&e)));
    }
}

/// Was something that was asked for not written?
pub fn is_lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

/// On standard error, with a line end: what there is to say about it.
pub fn line(text: impl Display) {
    err(format_args!("{text}\n"));
}

/// On standard error, as it is.
pub fn err(text: impl Display) {
    // On a console of Windows that knows no codes for colours they become colours all the same.
    let _ = write!(anstream::stderr().lock(), "{text}");
}
