//! How the server is told to stop.

use super::{ServeError, words};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

/// Stops a running server, from any thread.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    stopped: bool,
    bell: Option<Sender<super::Note>>,
}

impl Stop {
    /// One that nothing stops yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that Ctrl-C stops, and the system's request to end. A process can have one of these.
    pub fn on_signals() -> Result<Self, ServeError> {
        let stop = Self::new();
        let inner = stop.clone();
        ctrlc::set_handler(move || inner.now()).map_err(|cause| ServeError::Signals(words::no_signals(&cause)))?;
        Ok(stop)
    }

    /// Stops the server.
    pub fn now(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.stopped = true;
        if let Some(bell) = &state.bell {
            let _ = bell.send(super::Note::Stop);
        }
    }

    /// From now on stopping sends a note here.
    pub(super) fn ring(&self, bell: Sender<super::Note>) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            let _ = bell.send(super::Note::Stop);
        }
        state.bell = Some(bell);
    }
}
