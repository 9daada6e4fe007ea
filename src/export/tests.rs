use super::chronology::Line;
use super::*;
use crate::gazetteer::{Feature, Place};
use crate::timex::{Day, Grain, Interval};
use serde_json::Value;

fn interval(first: &str, last: &str, grain: Grain) -> Interval {
    let day = |iso| Day::from_iso(iso).expect("a day");
    Interval { earliest: day(first), latest: day(last), grain, approximate: false, whole: false }
}

fn port() -> Place {
    Place {
        id: 7,
        name: "Port Æ, \"Old\"".to_owned(),
        feature: Feature::City,
        country: "XA".to_owned(),
        country_name: "Xanadu".to_owned(),
        admin1: String::new(),
        lat: 12.345_678,
        lon: -4.5,
        precision_km: 5.0,
        population: 0,
    }
}

fn line<'d>(edtf: &'d str, when: Interval, title: &'d str, places: Vec<&'d Place>) -> Line<'d> {
    Line {
        id: format!("{:016x}", identity(&[edtf, title])),
        edtf,
        when,
        date_text: "that day",
        title,
        places,
        actors: vec!["Ann Æ"],
        document: "A <report>".to_owned(),
        source: "a.txt",
        quote: "=SUM(1) was written, \"twice\"; & sent".to_owned(),
        start: 3,
        end: 40,
        status: "inferred",
        event_status: "happened",
        told_in: 1,
        others: Vec::new(),
        differences: Vec::new(),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_spreadsheet_gets_quoted_and_harmless_cells() {
    let place = port();
    let when = interval("-0043-03-15", "-0043-03-15", Grain::Day);
    let text = csv::write(&[line("-0043-03-15", when, "@first", vec![&place])]);
    let rows: Vec<&str> = text.strip_prefix('\u{feff}').expect("a mark").split("\r\n").collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert!(rows[0].starts_with("date_edtf,earliest,latest,date_text,event,places,people,document,quote,"));
    assert_eq!(
        rows[1],
        "'-0043-03-15,'-0043-03-15,'-0043-03-15,that day,'@first,\"Port Æ, \"\"Old\"\"\",Ann Æ,A <report>,\
         \"'=SUM(1) was written, \"\"twice\"\"; & sent\",3,40,inferred,a.txt,\
         \"Place data: GeoNames (https://www.geonames.org), CC BY 4.0\",\
         happened,1,,"
    );
}

#[test]
fn timeline_js_gets_dates_as_fine_as_told() {
    let lines = [
        line("2017-04-04T14:30:00Z", interval("2017-04-04", "2017-04-04", Grain::Time), "hour", vec![]),
        line("2017-04", interval("2017-04-01", "2017-04-30", Grain::Month), "month", vec![]),
        line("-0043", interval("-0043-01-01", "-0043-12-31", Grain::Year), "year", vec![]),
        line("184X", interval("1840-01-01", "1849-12-31", Grain::Decade), "decade", vec![]),
    ];
    let events = json(&timeline_js::write(&lines))["events"].take();
    let date = |n: usize| events[n]["start_date"].to_string();
    assert_eq!(date(0), r#"{"day":4,"hour":14,"minute":30,"month":4,"year":2017}"#);
    assert_eq!(date(1), r#"{"month":4,"year":2017}"#);
    // there is no year 0 there
    assert_eq!(date(2), r#"{"year":-44}"#);
    assert_eq!(events[3]["end_date"]["year"], 1849);
    assert!(events[2].get("end_date").is_none());
    assert_eq!(events[0]["display_date"], "that day (inferred)");
    assert_eq!(
        events[0]["text"]["text"],
        "<blockquote>=SUM(1) was written, &quot;twice&quot;; &amp; sent</blockquote><p>A &lt;report&gt;</p>"
    );
}

#[test]
fn maps_get_longitude_before_latitude() {
    let place = port();
    let when = interval("2017-04-01", "2017-04-30", Grain::Month);
    let lines = [line("2017-04", when, "here", vec![&place]), line("2017-04", when, "nowhere", vec![])];
    let features = json(&geojson::write(&lines))["features"].take();
    assert_eq!(features[0]["geometry"]["coordinates"].to_string(), "[-4.5,12.3457]");
    assert_eq!(features[0]["properties"]["date_edtf"], "2017-04");
    assert!(features[1]["geometry"].is_null());
    let kml = kml::write(&lines);
    assert!(kml.contains("<Point><coordinates>-4.5000,12.3457</coordinates></Point>"), "{kml}");
    assert!(kml.contains("<TimeStamp><when>2017-04</when></TimeStamp>"), "{kml}");
    assert_eq!(kml.matches("<Placemark").count(), 2);
}

#[test]
fn bounds_that_are_no_whole_months_are_told_to_the_day() {
    let when = interval("2017-04-01", "2017-04-10", Grain::Month);
    let kml = kml::write(&[line("2017-04", when, "early", vec![])]);
    assert!(kml.contains("<TimeSpan><begin>2017-04</begin><end>2017-04-10</end></TimeSpan>"), "{kml}");
    let years = interval("-0099-01-01", "0000-12-31", Grain::Century);
    let kml = kml::write(&[line("-0099/0000", years, "old", vec![])]);
    assert!(kml.contains("<TimeSpan><begin>-0100</begin><end>-0001</end></TimeSpan>"), "{kml}");
}

#[test]
fn a_calendar_gets_days_alone_in_folded_lines() {
    let place = port();
    let day = interval("2017-04-30", "2017-04-30", Grain::Day);
    let title = "Æ very long title, told at length; so long that no line of a calendar file could hold it";
    let lines = [
        line("2017-04-30", day, title, vec![&place]),
        line("2017-04", interval("2017-04-01", "2017-04-30", Grain::Month), "month", vec![]),
        line("-0043-03-15", interval("-0043-03-15", "-0043-03-15", Grain::Day), "old", vec![]),
    ];
    let text = icalendar::write(&lines, "20170501T120000Z");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert!(text.lines().all(|line| line.len() <= 75));
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20170430\r\nDTEND;VALUE=DATE:20170501\r\n"), "{text}");
    assert!(unfolded.contains("told at length\\; so long"), "{text}");
    assert_eq!(text, icalendar::write(&lines, "20170501T120000Z"));
}

#[test]
fn markwhen_gets_ranges_and_tags() {
    let place = port();
    let lines = [
        line("2017-04", interval("2017-04-01", "2017-04-30", Grain::Month), "here", vec![&place]),
        line("-0043", interval("-0043-01-01", "-0043-12-31", Grain::Year), "old", vec![]),
    ];
    let text = markwhen::write(&lines);
    assert!(text.contains("\n2017-04-01/2017-04-30: here #Port_Æ___Old_\n"), "{text}");
    assert!(text.contains("\n// left out, before year 1: -0043-01-01/-0043-12-31: old\n"), "{text}");
}

#[test]
fn a_gazetteer_of_history_gets_each_place_once() {
    let place = port();
    let lines = [
        line("2017-04-04", interval("2017-04-04", "2017-04-04", Grain::Day), "one", vec![&place]),
        line("2017-04-05", interval("2017-04-05", "2017-04-05", Grain::Day), "two", vec![&place]),
        line("2017-04-05", interval("2017-04-05", "2017-04-05", Grain::Day), "three", vec![&place]),
    ];
    let features = json(&linked_places::write(&lines))["features"].take();
    assert_eq!(features.as_array().map(Vec::len), Some(1));
    assert_eq!(features[0]["@id"], "gn:7");
    assert_eq!(features[0]["properties"]["ccodes"].to_string(), r#"["XA"]"#);
    let spans = r#"[{"end":{"latest":"2017-04-04"},"start":{"earliest":"2017-04-04"}},{"end":{"latest":"2017-04-05"},"start":{"earliest":"2017-04-05"}}]"#;
    assert_eq!(features[0]["when"]["timespans"].to_string(), spans);
}

/// A dossier of one file with two documents' worth of text.
fn dossier() -> Dossier {
    let text = "Ann <Lee> came & went on 3 May 1848.\n\nIt rained from March to May 1849, for two years.\n";
    let source = crate::ingest::Source { name: "a.txt".to_owned(), modified: None };
    let options = crate::analysis::Options::default();
    let analysis = crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {});
    let mut dossier = Dossier::default();
    dossier.insert(crate::dossier::FileId(0), analysis);
    dossier
}

fn written(format: Format) -> String {
    let dossier = dossier();
    let events: Vec<_> = dossier.events().iter().map(|row| row.id).collect();
    let documents: Vec<_> = dossier.documents().map(|(id, _)| id).collect();
    let selection = Selection { events: &events, documents: &documents };
    write(format, &dossier, selection, "20170501T120000Z")
}

#[test]
fn a_story_is_one_line_with_its_other_tellings_and_differences() {
    let mut dossier = Dossier::default();
    for (text, file) in [
        "DATE: 2019-06-18\n\nA fire at a fireworks factory in Leeds killed 6 workers in June 2019.",
        "DATE: 2019-06-18\n\nTwenty workers were killed in a fire at a fireworks factory in Leeds on Monday.",
    ]
    .into_iter()
    .zip(0..)
    {
        let source = crate::ingest::Source { name: format!("{file}.txt"), modified: None };
        let options = crate::analysis::Options::default();
        let analysis = crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {});
        dossier.insert(crate::dossier::FileId(file), analysis);
    }
    let events: Vec<_> = dossier.events().iter().map(|row| row.id).collect();
    assert_eq!(events.len(), 2);
    let lines = chronology::lines(&dossier, &events);
    assert_eq!((lines.len(), lines[0].told_in, lines[0].edtf), (1, 2, "2019-06-17"));
    assert_eq!(lines[0].differences, ["killed: killed 6 | Twenty workers were killed (contradiction)"]);
    let selection = Selection { events: &events, documents: &[] };
    for format in
        [Format::Csv, Format::TimelineJs, Format::GeoJson, Format::Kml, Format::ICalendar, Format::Markwhen]
    {
        // iCalendar folds its lines
        let text = write(format, &dossier, selection, "20170501T120000Z").replace("\r\n ", "");
        assert!(text.contains("killed: killed 6 | Twenty workers were killed"), "{format:?}: {text}");
        assert_eq!(text.matches("in June 2019.").count(), 1, "{format:?}: {text}");
    }
}

#[test]
fn annotations_quote_what_they_point_at() {
    let items = json(&written(Format::Annotations))["items"].take();
    let selector = &items[0]["target"]["selector"];
    assert_eq!(selector[0]["exact"], "3 May 1848");
    assert_eq!(selector[0]["prefix"], "Ann <Lee> came & went on ");
    assert_eq!((selector[1]["start"].as_u64(), selector[1]["end"].as_u64()), (Some(25), Some(35)));
    assert_eq!(items[0]["body"][0]["value"], "1848-05-03");
}

#[test]
fn tei_keeps_the_words_and_marks_the_dates() {
    let text = written(Format::Tei);
    assert!(
        text.contains("&lt;Lee&gt; came &amp; went on <date when=\"1848-05-03\">3 May 1848</date>."),
        "{text}"
    );
    assert!(text.contains("<date from=\"1849-03-01\" to=\"1849-05-31\">March</date>"), "{text}");
    assert!(text.contains("<date dur=\"P2Y\">two years</date>"), "{text}");
    assert_eq!((text.matches("<p>It").count(), text.matches("</TEI>").count()), (1, 1));
}

#[test]
fn every_format_writes_something_and_has_its_own_name_and_ending() {
    for format in Format::ALL {
        assert!(!written(format).is_empty(), "{format:?}");
        let same = |other: &&Format| other.name() == format.name() || other.ending() == format.ending();
        assert_eq!(Format::ALL.iter().filter(same).count(), 1, "{format:?}");
        assert!(format.label().len() > 3 && format.media_type().contains('/'), "{format:?}");
    }
}
