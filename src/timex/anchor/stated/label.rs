//! What a label says about the date behind it: `Date:`, `article:published_time`, "Last updated".

/// How near a labelled date is to the publication; the lower the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The text appeared, was sent, was held that day.
    Published,
    /// The words around it date the text: byline, dateline, minutes, a wire's slug.
    Said,
    /// It was written that day.
    Written,
    /// A line with little else at the head.
    DateLine,
    /// The same at the foot.
    Foot,
    /// It was changed that day: an earlier day is the first one's.
    Changed,
}

/// What a label is about; `None` where its date is not the text's (a birth, an event, a deadline).
pub(super) fn rank(label: &str) -> Option<Rank> {
    if label.len() > LONGEST {
        return None;
    }
    let bare: String = label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let row = LABELS.binary_search_by(|(name, _)| (*name).cmp(bare.as_str())).ok()?;
    Some(LABELS[row].1)
}

/// Longest label, in bytes.
const LONGEST: usize = 48;

/// Labels in lower case without blanks and marks, sorted: English, German, French, Spanish, Italian,
/// Dutch and Portuguese mail; the properties of web pages (Open Graph, schema.org, Dublin Core) and of
/// front matter.
#[rustfmt::skip]
const LABELS: &[(&str, Rank)] = &[
    ("aktualisiert", Rank::Changed), ("aktualisiertam", Rank::Changed),
    ("articlemodifiedtime", Rank::Changed), ("articlepublished", Rank::Published),
    ("articlepublishedtime", Rank::Published), ("created", Rank::Written), ("createdat", Rank::Written),
    ("createdon", Rank::Written), ("creationdate", Rank::Written), ("data", Rank::Published),
    ("date", Rank::Published), ("datecreated", Rank::Written), ("dated", Rank::Written),
    ("dateissued", Rank::Published), ("datemodified", Rank::Changed), ("dateofhearing", Rank::Published),
    ("dateofissue", Rank::Published), ("dateofjudgment", Rank::Published),
    ("dateofmeeting", Rank::Published), ("dateofpublication", Rank::Published),
    ("dateofrelease", Rank::Published), ("dateofreport", Rank::Published),
    ("datepublished", Rank::Published), ("datesent", Rank::Published), ("datetime", Rank::Published),
    ("datewritten", Rank::Written), ("datum", Rank::Published), ("dcdate", Rank::Published),
    ("dcdatecreated", Rank::Written), ("dcdateissued", Rank::Published), ("dcdatemodified", Rank::Changed),
    ("dctermscreated", Rank::Written), ("dctermsdate", Rank::Published), ("dctermsissued", Rank::Published),
    ("dctermsmodified", Rank::Changed), ("decided", Rank::Published), ("embargoeduntil", Rank::Written),
    ("enviado", Rank::Published), ("envoyé", Rank::Published), ("erschienen", Rank::Published),
    ("erschienenam", Rank::Published), ("fecha", Rank::Published), ("filed", Rank::Published),
    ("filedon", Rank::Published), ("firstposted", Rank::Published), ("firstpublished", Rank::Published),
    ("firstpublishedon", Rank::Published), ("forimmediaterelease", Rank::Published),
    ("gesendet", Rank::Published), ("gesendetam", Rank::Published), ("geändert", Rank::Changed),
    ("geändertam", Rank::Changed), ("heldon", Rank::Published), ("inviato", Rank::Published),
    ("issued", Rank::Published), ("issuedate", Rank::Published), ("issuedon", Rank::Published),
    ("lastchanged", Rank::Changed), ("lastmod", Rank::Changed), ("lastmodified", Rank::Changed),
    ("lastmodifiedon", Rank::Changed), ("lastreviewed", Rank::Changed), ("lastrevised", Rank::Changed),
    ("lastupdate", Rank::Changed), ("lastupdated", Rank::Changed), ("lastupdatedat", Rank::Changed),
    ("lastupdatedon", Rank::Changed), ("loaddate", Rank::Changed), ("meetingdate", Rank::Published),
    ("modified", Rank::Changed), ("ogpublishedtime", Rank::Published), ("ogupdatedtime", Rank::Changed),
    ("pagelastupdated", Rank::Changed), ("pagelastupdatedat", Rank::Changed), ("postdate", Rank::Published),
    ("posted", Rank::Published), ("postedat", Rank::Published), ("postedon", Rank::Published),
    ("pressrelease", Rank::Published), ("pubdate", Rank::Published), ("publicationdate", Rank::Published),
    ("publishdate", Rank::Published), ("published", Rank::Published), ("publishedat", Rank::Published),
    ("publishedon", Rank::Published), ("publishedtime", Rank::Published), ("receiveddate", Rank::Published),
    ("release", Rank::Published), ("released", Rank::Published), ("releasedate", Rank::Published),
    ("releasedon", Rank::Published), ("reportdate", Rank::Published), ("revised", Rank::Changed),
    ("sent", Rank::Published), ("senton", Rank::Published), ("sitzungam", Rank::Published),
    ("sitzungsdatum", Rank::Published), ("stand", Rank::Changed), ("updated", Rank::Changed),
    ("updatedat", Rank::Changed), ("updatedon", Rank::Changed), ("uploaddate", Rank::Published),
    ("verzonden", Rank::Published), ("veröffentlicht", Rank::Published),
    ("veröffentlichtam", Rank::Published), ("written", Rank::Written), ("writtenon", Rank::Written),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_order_and_are_known_in_every_spelling() {
        for pair in LABELS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
        }
        for label in
            ["Date", "article:published_time", "datePublished", "DC.date.issued", "Publication date", "Sent"]
        {
            assert_eq!(rank(label), Some(Rank::Published), "{label}");
        }
        assert_eq!(rank("Last-Modified"), Some(Rank::Changed));
        for label in ["Date of birth", "Due date", "Effective date", "Subject", ""] {
            assert_eq!(rank(label), None, "{label}");
        }
    }
}
