//! The worker's side, without a browser: [`handle`] answers requests.

use super::protocol::{Request, Response};
use crate::analysis::analyse;
use crate::gazetteer::Gazetteer;

/// What a worker keeps between requests.
#[derive(Debug, Default)]
pub struct State {
    gazetteer: Option<Gazetteer>,
}

/// Answers one request through `answer`: any number of `Progress`, then exactly one final response.
///
/// A gazetteer that is refused leaves the one in use as it was; files are analysed for dates alone as
/// long as there is none.
pub fn handle(request: Request, payload: Vec<u8>, state: &mut State, answer: &mut dyn FnMut(Response)) {
    match request {
        Request::LoadGazetteer { id } => match Gazetteer::load(payload.into()) {
            Ok(gazetteer) => {
                let places = gazetteer.len() as u32;
                state.gazetteer = Some(gazetteer);
                answer(Response::GazetteerReady { id, places });
            }
            Err(error) => answer(Response::Failed { id, message: error.to_string() }),
        },
        Request::Analyse { id, source, options } => {
            let mut told = 0.0;
            let analysis = analyse(&source, &payload, &options, state.gazetteer.as_ref(), &mut |share| {
                // the page draws a bar: a step under 5 % is not worth a message
                if share - told >= 0.05 {
                    told = share;
                    answer(Response::Progress { id, share });
                }
            });
            answer(Response::Done { id, analysis: Box::new(analysis) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Options;
    use crate::ingest::Source;
    use crate::worker::protocol::RequestId;

    fn answers(request: Request, payload: &[u8], state: &mut State) -> Vec<Response> {
        let mut all = Vec::new();
        handle(request, payload.to_vec(), state, &mut |response| all.push(response));
        all
    }

    fn analyse_request(id: u32) -> Request {
        Request::Analyse {
            id: RequestId(id),
            source: Source { name: "a.txt".into(), modified: None },
            options: Options::default(),
        }
    }

    #[test]
    fn a_file_is_answered_by_progress_and_one_analysis() {
        let all = answers(analyse_request(3), b"It rained on 4 April 2017.\n", &mut State::default());
        let (last, before) = all.split_last().expect("an answer");
        assert!(all.iter().all(|r| r.id() == RequestId(3)));
        assert!(before.iter().all(|r| !r.is_final()));
        let Response::Done { analysis, .. } = last else { panic!("{last:?}") };
        assert_eq!(analysis.documents.len(), 1);
    }

    #[test]
    fn any_bytes_are_answered() {
        for bytes in [&b""[..], b"\0\x01\xff\xfe", &[0xff; 300]] {
            let all = answers(analyse_request(1), bytes, &mut State::default());
            assert_eq!(all.iter().filter(|r| r.is_final()).count(), 1);
        }
    }

    #[test]
    fn a_bad_gazetteer_is_refused_and_files_still_read() {
        let mut state = State::default();
        let all = answers(Request::LoadGazetteer { id: RequestId(1) }, b"", &mut state);
        assert!(matches!(&all[..], [Response::Failed { message, .. }] if !message.is_empty()));
        let all = answers(analyse_request(2), b"On 4 April 2017.", &mut state);
        assert!(matches!(all.last(), Some(Response::Done { .. })));
    }
}
