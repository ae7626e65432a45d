//! The words that the other files look for, in small letters. None of them is ever shown. Set as prose: one word a
//! line would be six hundred lines.

/// Words for a person, before a name.
#[rustfmt::skip]
pub(super) const PERSON: &[&str] = &[
    "leerling", "leerlinge", "leerlingen", "collega", "juf", "juffrouw", "jufs", "meester", "mevrouw",
    "meneer", "mijnheer", "student", "studente", "studenten", "stagiair", "stagiaire", "mentor", "kleuter",
    "klasgenoot", "klasgenote", "directeur", "directrice", "zorgjuf", "nonkel", "oma", "opa", "tante",
    "pupil", "pupils", "students", "colleague", "colleagues", "teacher", "miss", "sir", "classmate",
    "trainee", "principal", "headteacher", "toddler", "jongen", "meisje", "boy", "girl", "kind", "child",
    "vriend", "vriendin",
];

/// Titles that are shortened, with a full stop or without.
#[rustfmt::skip]
pub(super) const ABBREVIATED: &[&str] = &[
    "mevr", "dhr", "mr", "mrs", "ms", "mw", "dr", "lln", "ll",
];

/// Relatives: a name stands behind "van" or "of".
#[rustfmt::skip]
pub(super) const KIN: &[&str] = &[
    "mama", "papa", "moeder", "vader", "ouder", "ouders", "broer", "broertje", "zus", "zusje", "oma", "opa",
    "grootouders", "tante", "nonkel", "voogd", "thuissituatie", "mother", "father", "mum", "mom", "dad",
    "parent", "parents", "brother", "sister", "grandmother", "grandfather", "guardian",
];
#[rustfmt::skip]
pub(super) const OF: &[&str] = &[
    "van", "of",
];

/// What may stand between a word for a person and the name.
#[rustfmt::skip]
pub(super) const CALLED: &[&str] = &[
    "genaamd", "heet", "heette", "genoemd", "named", "called",
];

/// Small words within a surname.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "van", "de", "den", "der", "het", "ten", "ter", "el", "al", "ben", "bin", "le", "la", "du", "di", "von",
];

/// Words for birth, beside a date.
#[rustfmt::skip]
pub(super) const BIRTH: &[&str] = &[
    "geboren", "geboortedatum", "geboorte", "geb", "verjaardag", "verjaart", "verjaarde", "jarig", "born",
    "birthday", "birthdate", "birth", "dob",
];

/// Words for rules and versions: the date beside them is nobody's.
#[rustfmt::skip]
pub(super) const LAW: &[&str] = &[
    "decreet", "besluit", "wet", "omzendbrief", "richtlijn", "versie", "sinds", "decree", "act", "law",
    "circular", "directive", "version", "since",
];

/// Whether a word names a month, in Dutch or English.
pub(super) fn month(word: &str) -> bool {
    word.len() < 12 && MONTHS.contains(&&*word.to_lowercase())
}

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december", "january", "february", "march", "may", "june", "july", "august", "october", "jan",
    "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "okt", "oct", "nov", "dec",
];

/// Words with a capital that are no name of a person: languages, subjects, places, months, days, and words that begin
/// a sentence.
#[rustfmt::skip]
pub(super) const NO_NAME: &[&str] = &[
    // Languages and origins.
    "nederlands", "nederlandse", "frans", "franse", "franstalige", "engels", "engelse", "duits", "duitse",
    "turks", "turkse", "arabisch", "pools", "poolse", "spaans", "spaanse", "grieks", "griekse", "latijn",
    "latijnse", "vlaams", "vlaamse", "waals", "waalse", "brussels", "brusselse", "gents", "gentse",
    "antwerps", "antwerpse", "portugees", "portugese", "chinees", "chinese", "roma", "romani", "koerdisch",
    "koerdische", "berber", "pashto", "dari", "farsi", "urdu", "swahili", "lingala", "zweeds", "zweedse",
    "deens", "deense", "noors", "noorse", "fins", "finse", "tsjechisch", "bulgaars", "bulgaarse", "hongaars",
    "hongaarse", "oekraïens", "oekraïense", "europees", "europese", "limburgse", "tsjetsjeens", "congolees",
    "congolese", "rwandees", "rwandese", "dutch", "french", "german", "greek", "arabic", "belgian", "flemish",
    "moroccan", "syrian", "afghan", "ukrainian", "italian", "romanian", "bulgarian", "russian", "african",
    "american", "asian", "european", "latin", "roman", "kurdish", "iraqi", "somali", "pakistani", "indian",
    // Subjects, levels and what belongs to school.
    "wiskunde", "geschiedenis", "aardrijkskunde", "biologie", "fysica", "chemie", "godsdienst", "zedenleer",
    "techniek", "technologie", "muziek", "beeld", "informatica", "economie", "natuurwetenschappen",
    "wetenschappen", "taal", "rekenen", "lager", "lagere", "secundair", "secundaire", "kleuteronderwijs",
    "basisonderwijs", "onderwijs", "bachelor", "master", "erasmus", "comenius", "campus", "klas", "jaar",
    "graad", "maths", "math", "mathematics", "science", "sciences", "history", "geography", "music", "art",
    "arts", "physics", "chemistry", "biology", "religion", "economics", "education", "primary", "secondary",
    "year", "grade", "class", "group", "council", "union", "support", "services", "teacher", "teachers",
    // Faiths, feasts and what bears a name.
    "islam", "islamitische", "moslim", "moslims", "christen", "katholieke", "katholiek", "joodse", "joods",
    "hindoe", "muslim", "christian", "catholic", "jewish", "hindu", "ramadan", "kerst", "kerstmis", "pasen",
    "sinterklaas", "christmas", "easter", "smartschool", "teams", "zoom", "google", "word", "facebook",
    "instagram", "tiktok", "whatsapp", "youtube",
    // Places.
    "belgië", "vlaanderen", "wallonië", "brussel", "gent", "antwerpen", "brugge", "leuven", "hasselt", "genk",
    "mechelen", "kortrijk", "oostende", "aalst", "nederland", "frankrijk", "duitsland", "turkije", "marokko",
    "polen", "spanje", "italië", "roemenië", "bulgarije", "syrië", "afghanistan", "oekraïne", "congo",
    "rwanda", "malawi", "suriname", "zambia", "cambodja", "europa", "afrika", "azië", "belgium", "flanders",
    "ghent", "antwerp", "bruges", "france", "germany", "turkey", "morocco", "poland", "spain", "italy",
    "romania", "bulgaria", "syria", "ukraine", "cambodia", "europe", "africa", "asia", "america", "amerika",
    "england", "engeland", "london", "londen", "parijs", "paris", "berlijn", "berlin",
    // Days and months.
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "januari", "februari", "maart", "april", "mei",
    "juni", "juli", "augustus", "september", "oktober", "november", "december", "january", "february",
    "march", "may", "june", "july", "august", "october",
    // What begins a sentence, or stands in a title.
    "ik", "jij", "je", "jullie", "hij", "zij", "ze", "wij", "we", "hun", "haar", "zijn", "mijn", "onze",
    "ons", "een", "er", "dat", "dit", "die", "deze", "toen", "dan", "maar", "en", "of", "als", "want", "dus",
    "wat", "wie", "waar", "hoe", "waarom", "wanneer", "in", "op", "om", "met", "voor", "na", "bij", "tijdens",
    "soms", "daarna", "daarom", "ook", "nu", "nog", "ja", "nee", "niet", "geen", "alle", "alles", "iemand",
    "niemand", "thuis", "zo", "the", "he", "she", "it", "they", "you", "my", "our", "his", "her", "their",
    "this", "that", "these", "those", "when", "then", "but", "and", "or", "if", "so", "what", "who", "where",
    "why", "how", "at", "on", "for", "with", "after", "before", "during", "sometimes", "also", "now", "yes",
    "no", "not", "all", "everyone", "nobody", "somebody", "an", "is", "was", "did", "does", "can", "could",
];
