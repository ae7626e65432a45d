//! Which of two revisions came out of the other. Decided by ancestry alone: no clock, no counter, no length.
//!
//! A line of descent is one text of revision ids, newest first, separated by blanks: with ten thousand records in
//! memory a list of texts each would weigh more than the answers.

/// How many former revisions a record remembers.
pub(crate) const REMEMBERED: usize = 32;

/// How two revisions of one record stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same revision.
    Same,
    /// Ours was made from theirs.
    OursIsNewer,
    /// Theirs was made from ours.
    TheirsIsNewer,
    /// Neither was made from the other: both are kept.
    Split,
}

/// A revision and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The revision itself.
    pub rev: &'a str,
    /// Those it was made from, newest first, separated by blanks.
    pub from: &'a str,
}

impl Line<'_> {
    fn has(&self, rev: &str) -> bool {
        !rev.is_empty() && self.from.split(' ').any(|known| known == rev)
    }
}

/// Decides between two revisions.
pub fn relation(ours: Line<'_>, theirs: Line<'_>) -> Relation {
    if ours.rev == theirs.rev {
        return Relation::Same;
    }
    match (ours.has(theirs.rev), theirs.has(ours.rev)) {
        (true, false) => Relation::OursIsNewer,
        (false, true) => Relation::TheirsIsNewer,
        // Both at once cannot come from honest records: treated as a split, nothing is lost by that.
        (false, false) | (true, true) => Relation::Split,
    }
}

/// What a revision made from these parents remembers. `pinned` (the revision last confirmed in the mirror) is never
/// forgotten, so that a mirror that lags by more than [`REMEMBERED`] saves is still recognised as an ancestor.
pub fn descend(parents: &[Line<'_>], pinned: Option<&str>) -> String {
    let mut kept: Vec<&str> = parents.iter().map(|line| line.rev).collect();
    let mut rows: Vec<_> = parents.iter().map(|line| line.from.split(' ')).collect();
    for _ in 0..REMEMBERED {
        kept.extend(rows.iter_mut().filter_map(Iterator::next));
    }
    let mut from: Vec<&str> = Vec::with_capacity(REMEMBERED);
    for rev in kept {
        if !rev.is_empty() && !from.contains(&rev) && from.len() < REMEMBERED {
            from.push(rev);
        }
    }
    if let Some(pinned) = pinned.filter(|rev| !rev.is_empty() && !from.contains(rev)) {
        if from.len() >= REMEMBERED {
            from.pop();
        }
        from.push(pinned);
    }
    from.join(" ")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::domain::Set;
    use proptest::prelude::*;

    fn line<'a>(rev: &'a str, from: &'a str) -> Line<'a> {
        Line { rev, from }
    }

    #[test]
    fn the_four_relations() {
        assert_eq!(relation(line("a", ""), line("a", "x")), Relation::Same);
        assert_eq!(relation(line("b", "a"), line("a", "")), Relation::OursIsNewer);
        assert_eq!(relation(line("a", ""), line("b", "x a")), Relation::TheirsIsNewer);
        assert_eq!(relation(line("b", "a"), line("c", "a")), Relation::Split);
        assert_eq!(relation(line("b", "c"), line("c", "b")), Relation::Split);
        assert_eq!(relation(line("bb", "a"), line("b", "")), Relation::Split, "part of an id is another id");
    }

    #[test]
    fn the_confirmed_revision_is_never_forgotten() {
        let (mut rev, mut from) = ("start".to_owned(), String::new());
        for step in 0..500 {
            from = descend(&[line(&rev, &from)], Some("start"));
            rev = step.to_string();
            assert!(from.split(' ').count() <= REMEMBERED);
            assert_eq!(relation(line(&rev, &from), line("start", "")), Relation::OursIsNewer, "{step}");
        }
    }

    /// Three copies that are edited and synchronised at random; beside each the set of all its true ancestors.
    #[derive(Clone, Default)]
    struct Copy {
        rev: String,
        from: String,
        all: Set<String>,
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn never_claims_descent_that_is_not_there(steps in prop::collection::vec((0..3_usize, 0..3_usize, any::<bool>()), 1..200)) {
            let mut copies = vec![Copy { rev: "0".into(), ..Copy::default() }; 3];
            for (at, (a, b, edit)) in steps.into_iter().enumerate() {
                let (one, two) = (copies[a].clone(), copies[b].clone());
                let found = relation(line(&one.rev, &one.from), line(&two.rev, &two.from));
                let mirrored = relation(line(&two.rev, &two.from), line(&one.rev, &one.from));
                prop_assert_eq!(matches!(found, Relation::OursIsNewer), matches!(mirrored, Relation::TheirsIsNewer));
                match found {
                    Relation::Same => prop_assert_eq!(&one.rev, &two.rev),
                    Relation::OursIsNewer => prop_assert!(one.all.contains(&two.rev)),
                    Relation::TheirsIsNewer => prop_assert!(two.all.contains(&one.rev)),
                    // A split is always safe: both are kept.
                    Relation::Split => prop_assert_ne!(&one.rev, &two.rev),
                }
                let parents: Vec<&Copy> = if edit { vec![&one] } else { vec![&one, &two] };
                let lines: Vec<Line<'_>> = parents.iter().map(|copy| line(&copy.rev, &copy.from)).collect();
                let mut all: Set<String> = parents.iter().flat_map(|copy| copy.all.clone()).collect();
                all.extend(parents.iter().map(|copy| copy.rev.clone()));
                copies[a] = Copy { rev: (at + 1).to_string(), from: descend(&lines, None), all };
                // The next of kin always recognise each other.
                for parent in &parents {
                    prop_assert_eq!(
                        relation(line(&copies[a].rev, &copies[a].from), line(&parent.rev, &parent.from)),
                        Relation::OursIsNewer
                    );
                }
            }
        }
    }
}
