//! The worker's side, without a browser: [`handle`] answers requests.

use super::protocol::{Request, Response, Tier};
use crate::analysis::analyse;
use crate::gazetteer::{Gazetteer, GazetteerError};

/// What a worker keeps between requests.
#[derive(Debug, Default)]
pub struct State {
    gazetteer: Option<Gazetteer>,
}

impl State {
    /// Takes a tier into use; answers how many places there are then.
    fn load(&mut self, tier: Tier, bytes: Vec<u8>) -> Result<u32, GazetteerError> {
        match (tier, &mut self.gazetteer) {
            (Tier::Full, Some(gazetteer)) => gazetteer.extend(bytes.into())?,
            // a second part without its first is refused
            _ => self.gazetteer = Some(Gazetteer::load(bytes.into())?),
        }
        Ok(self.gazetteer.as_ref().map_or(0, |gazetteer| gazetteer.len() as u32))
    }
}

/// Answers one request through `answer`: any number of `Progress`, then exactly one final response.
///
/// A gazetteer that is refused leaves the one in use as it was; files are analysed for dates alone as
/// long as there is none.
pub fn handle(request: Request, payload: Vec<u8>, state: &mut State, answer: &mut dyn FnMut(Response)) {
    match request {
        Request::LoadGazetteer { id, tier } => answer(match state.load(tier, payload) {
            Ok(places) => Response::GazetteerReady { id, places },
            Err(error) => Response::Failed { id, message: error.to_string() },
        }),
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
        Request::Find { id, name } => {
            let places = state.gazetteer.as_ref().map(|gazetteer| gazetteer.find(&name)).unwrap_or_default();
            answer(Response::Found { id, places });
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

    fn load(state: &mut State, tier: Tier, bytes: &[u8]) -> Result<u32, String> {
        match &answers(Request::LoadGazetteer { id: RequestId(1), tier }, bytes, state)[..] {
            [Response::GazetteerReady { places, .. }] => Ok(*places),
            [Response::Failed { message, .. }] => Err(message.clone()),
            other => panic!("{other:?}"),
        }
    }

    fn baked(tier: &str) -> Vec<u8> {
        let file = format!("{}/data/gazetteer/{tier}.bin", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(&file).expect("the baked place data")
    }

    fn places(state: &mut State) -> Vec<String> {
        let all = answers(analyse_request(2), b"A fire in Vienna on 4 April 2017.", state);
        let Some(Response::Done { analysis, .. }) = all.last() else { panic!("{all:?}") };
        let document = analysis.documents.first().expect("a document");
        assert_eq!(document.dates.len(), 1);
        document.places.mentions.iter().map(|m| m.span.of(&analysis.text.content).to_owned()).collect()
    }

    #[test]
    fn a_bad_gazetteer_is_refused_and_files_are_read_for_dates() {
        let core = baked("core");
        let half = core.get(..core.len() / 2).expect("half");
        let mut altered = core.clone();
        altered[core.len() / 2] ^= 0x40;
        for bytes in [&b""[..], b"<html>Not found</html>", half, &altered] {
            let mut state = State::default();
            let message = load(&mut state, Tier::Core, bytes).expect_err("refused");
            assert!(message.contains("place data"), "{message}");
            assert!(places(&mut state).is_empty());
        }
        let message = load(&mut State::default(), Tier::Core, half).expect_err("refused");
        assert!(message.contains("cut short"), "{message}");
        let message = load(&mut State::default(), Tier::Core, &altered).expect_err("refused");
        assert!(message.contains("altered"), "{message}");
    }

    #[test]
    fn a_name_is_looked_up() {
        let find = |name: &str, state: &mut State| {
            let all = answers(Request::Find { id: RequestId(3), name: name.into() }, b"", state);
            let [Response::Found { id: RequestId(3), places }] = all.as_slice() else { panic!("{all:?}") };
            places.iter().map(|place| place.full_name()).collect::<Vec<_>>()
        };
        let mut state = State::default();
        assert!(find("Paris", &mut state).is_empty(), "there is no gazetteer yet");
        load(&mut state, Tier::Core, &baked("core")).expect("the core tier");
        let found = find("PÂRIS", &mut state);
        assert!(found.len() > 1 && found[0].ends_with("France"), "{found:?}");
        assert_eq!(find("the old port of Hodeidah", &mut state), find("hodeidah", &mut state));
        assert!(find("", &mut state).is_empty() && find("Xqzvw", &mut state).is_empty());
    }

    #[test]
    fn a_bad_full_tier_leaves_the_core_in_use() {
        let (core, full) = (baked("core"), baked("full"));
        let mut state = State::default();
        assert!(load(&mut state, Tier::Full, &full).expect_err("no core yet").contains("without its first"));
        let few = load(&mut state, Tier::Core, &core).expect("the core tier");
        for bytes in [&full[..full.len() - 1], &core, b""] {
            assert!(load(&mut state, Tier::Full, bytes).is_err());
            assert_eq!(places(&mut state), ["Vienna"]);
        }
        assert!(load(&mut state, Tier::Full, &full).expect("the full tier") > few);
        assert!(load(&mut state, Tier::Full, &full).is_err(), "the same tier twice");
        assert_eq!(places(&mut state), ["Vienna"]);
    }
}
