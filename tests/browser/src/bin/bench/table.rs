//! Medians and a table of plain text. No measuring here.

/// The middle of the values (of an even number, the upper one of the middle two).
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Rows of: what, ours, SurveyJS, ratio, the bar and whether it is reached.
pub struct Table {
    lines: Vec<String>,
}

impl Table {
    pub fn new(title: &str) -> Self {
        let head = format!("  {:<32}{:>12}{:>12}{:>9}   bar", "", "Terugblik", "SurveyJS", "ratio");
        Self { lines: vec![String::new(), title.to_owned(), head] }
    }

    /// A group of rows.
    pub fn head(&mut self, name: &str) {
        self.lines.push(name.to_owned());
    }

    /// A row whose bar, if it has one, is a ratio of ours to theirs.
    pub fn ratio(&mut self, name: &str, unit: &str, values: (f64, f64), bar: Option<f64>) {
        let bar =
            bar.map_or_else(String::new, |bar| verdict(values.0 / values.1 <= bar, &format!("≤ {bar:.2}×")));
        self.row(name, unit, values, &bar);
    }

    /// A row whose bar is a value of ours.
    pub fn limit(&mut self, name: &str, unit: &str, values: (f64, f64), bar: f64) {
        self.row(name, unit, values, &verdict(values.0 <= bar, &format!("≤ {bar} {unit}")));
    }

    fn row(&mut self, name: &str, unit: &str, (ours, theirs): (f64, f64), bar: &str) {
        let show = |value: f64| {
            if value < 100.0 { format!("{value:.1} {unit}") } else { format!("{value:.0} {unit}") }
        };
        let ratio = if theirs > 0.0 { format!("{:.2}×", ours / theirs) } else { "–".to_owned() };
        self.lines.push(format!("  {name:<32}{:>12}{:>12}{ratio:>9}   {bar}", show(ours), show(theirs)));
    }

    pub fn print(&self) {
        println!("{}", self.lines.join("\n"));
    }
}

fn verdict(reached: bool, bar: &str) -> String {
    format!("{bar} {}", if reached { "reached" } else { "NOT REACHED" })
}
