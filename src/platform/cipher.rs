//! Encrypting with a passphrase, by the browser's own WebCrypto. It works beside the page: a key takes a second, and the
//! page stays as quick as it was. Only the second module comes here.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, DomException, Pbkdf2Params, SubtleCrypto,
};

const TAG_BITS: u8 = 128;
const KEY_BITS: u32 = 256;

/// How a key is made, and what goes with the text.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// How often the passphrase is hashed.
    pub iterations: u32,
    /// What makes the same passphrase another key.
    pub salt: &'a [u8],
    /// What makes the same text other bytes.
    pub iv: &'a [u8],
    /// What stays readable and is authenticated with the text.
    pub head: &'a [u8],
}

/// What the browser did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CipherError {
    /// There is no WebCrypto here: the page did not come over a safe line.
    Unavailable,
    /// The bytes do not open with this passphrase.
    NotOpened,
    /// It refused for a reason of its own.
    Refused,
}

/// Random bytes.
pub fn random<const N: usize>() -> Result<[u8; N], CipherError> {
    let mut bytes = [0; N];
    let crypto = crypto().ok_or(CipherError::Unavailable)?;
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| CipherError::Refused)?;
    Ok(bytes)
}

/// The SHA-256 of some bytes.
pub async fn digest(bytes: &[u8]) -> Result<Vec<u8>, CipherError> {
    let digest = subtle()?.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes));
    bytes_of(digest).await.map_err(|_| CipherError::Refused)
}

/// Encrypts: what comes back is as long as the text and a tag.
pub async fn seal(words: &str, terms: Terms<'_>, text: &[u8]) -> Result<Vec<u8>, CipherError> {
    let (subtle, key) = (subtle()?, key(words, terms).await?);
    let sealed = subtle.encrypt_with_object_and_js_u8_array(&gcm(terms), &key, &Uint8Array::from(text));
    bytes_of(sealed).await.map_err(|_| CipherError::Refused)
}

/// Decrypts what [`seal`] made under the same terms.
pub async fn open(words: &str, terms: Terms<'_>, data: &[u8]) -> Result<Vec<u8>, CipherError> {
    let (subtle, key) = (subtle()?, key(words, terms).await?);
    let opened = subtle.decrypt_with_object_and_js_u8_array(&gcm(terms), &key, &Uint8Array::from(data));
    bytes_of(opened).await.map_err(|thrown| {
        let name = thrown.dyn_ref::<DomException>().map(DomException::name);
        if name.as_deref() == Some("OperationError") { CipherError::NotOpened } else { CipherError::Refused }
    })
}

/// The key that a passphrase makes. Another keyboard may compose é of two signs: the words are brought to one form first.
async fn key(words: &str, Terms { iterations, salt, .. }: Terms<'_>) -> Result<CryptoKey, CipherError> {
    let refused = |_: JsValue| CipherError::Refused;
    let subtle = subtle()?;
    let words = String::from(js_sys::JsString::from(words).normalize("NFC"));
    let raw = Uint8Array::from(words.as_bytes());
    let derives = Array::of1(&"deriveKey".into());
    let import = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &derives).map_err(refused)?;
    let word: CryptoKey = JsFuture::from(import).await.map_err(refused)?.unchecked_into();
    let kdf = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", iterations, &Uint8Array::from(salt));
    let wanted = AesDerivedKeyParams::new("AES-GCM", KEY_BITS);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let derive =
        subtle.derive_key_with_object_and_object(&kdf, &word, &wanted, false, &uses).map_err(refused)?;
    Ok(JsFuture::from(derive).await.map_err(refused)?.unchecked_into())
}

fn gcm(Terms { iv, head, .. }: Terms<'_>) -> AesGcmParams {
    let params = AesGcmParams::new_with_u8_array("AES-GCM", &Uint8Array::from(iv));
    params.set_additional_data_u8_array(&Uint8Array::from(head));
    params.set_tag_length(TAG_BITS);
    params
}

async fn bytes_of(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, JsValue> {
    JsFuture::from(promise?).await.map(|buffer| Uint8Array::new(&buffer).to_vec())
}

fn crypto() -> Option<Crypto> {
    super::page::window()?.crypto().ok()
}

fn subtle() -> Result<SubtleCrypto, CipherError> {
    // On a page that came over an unsafe line the property is not there, which the typed getter does not foresee.
    let subtle = crypto().and_then(|crypto| Reflect::get(&crypto, &"subtle".into()).ok());
    subtle.filter(JsValue::is_object).map(JsCast::unchecked_into).ok_or(CipherError::Unavailable)
}
