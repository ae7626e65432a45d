//! Elements, built by calls: `el("p").class("note").text(words)`.
//!
//! `html!` writes out the making of every element where it stands, some 150 bytes each; here an element is a few
//! calls, some 40 bytes. With hundreds of elements that is 100 KB. `html!` stays for components.

use crate::i18n::{Text, Ui};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{onchange, onclick, oninput, onkeydown, onsubmit, ontoggle};
use yew::html::{onlostpointercapture, onpointercancel, onpointerdown, onpointermove, onpointerup};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag};

/// An element under construction.
#[must_use = "an element shows only once it is added to another one"]
pub struct El(Box<Parts>);

#[derive(Default)]
struct Parts {
    /// Empty for nodes side by side.
    tag: &'static str,
    key: Option<Key>,
    node: Option<NodeRef>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
    /// Of a field: what stands in it.
    value: Option<AttrValue>,
    /// Of a radio or tick: whether it is chosen.
    checked: Option<bool>,
}

/// An element without anything.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, ..Parts::default() }))
}

/// Nodes side by side, without an element around them.
pub fn together() -> El {
    el("")
}

/// An element with a class and a text.
#[inline(never)]
pub fn worded(tag: &'static str, class: &'static str, text: &str) -> El {
    el(tag).class(class).text(text)
}

/// A button with its words, that submits nothing.
#[inline(never)]
pub fn button(class: &'static str, words: &str, on_click: Callback<MouseEvent>) -> El {
    worded("button", class, words).set("type", "button").on_click(on_click)
}

impl El {
    /// A name in bold before the text it has; nothing when there is none.
    pub fn before(self, name: &str) -> Self {
        if name.is_empty() {
            self
        } else {
            el("span").class("leveled").with(worded("b", "label", name)).with(self)
        }
    }

    /// A class, or several with blanks between them; none when empty.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        if class.is_empty() { self } else { self.set("class", class) }
    }

    /// An attribute that is always the same.
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.put(name, Some(AttrValue::Static(value)))
    }

    /// An attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.put(name, Some(AttrValue::Rc(Rc::from(value))))
    }

    /// An attribute that may be missing.
    #[inline(never)]
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        self.put(name, value.map(|value| AttrValue::Rc(Rc::from(value))))
    }

    /// An attribute that is there or not: `hidden`, `open`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.put(name, on.then_some(AttrValue::Static(name)))
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// An attribute that is an interface string.
    #[inline(never)]
    pub fn label(self, name: &'static str, ui: &Ui, text: Text) -> Self {
        self.put(name, Some(AttrValue::Rc(ui.get(text))))
    }

    /// What tells it from its neighbours when they change places.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Where the element can be found once it is drawn.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = Some(node.clone());
        self
    }

    /// What stands in a field.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.value = Some(AttrValue::Rc(Rc::from(value)));
        self
    }

    /// Whether a radio or tick is chosen.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.checked = Some(checked);
        self
    }

    /// Hears clicks.
    #[inline(never)]
    pub fn on_click(self, heard: Callback<MouseEvent>) -> Self {
        self.hears(Rc::new(onclick::Wrapper::new(heard)))
    }

    /// Hears that a choice was made.
    #[inline(never)]
    pub fn on_change(self, heard: Callback<Event>) -> Self {
        self.hears(Rc::new(onchange::Wrapper::new(heard)))
    }

    /// Hears typing.
    #[inline(never)]
    pub fn on_input(self, heard: Callback<InputEvent>) -> Self {
        self.hears(Rc::new(oninput::Wrapper::new(heard)))
    }

    /// Hears that a form was handed in.
    #[inline(never)]
    pub fn on_submit(self, heard: Callback<SubmitEvent>) -> Self {
        self.hears(Rc::new(onsubmit::Wrapper::new(heard)))
    }

    /// Hears keys.
    #[inline(never)]
    pub fn on_key_down(self, heard: Callback<KeyboardEvent>) -> Self {
        self.hears(Rc::new(onkeydown::Wrapper::new(heard)))
    }

    /// Hears a pointer: pressed, moved, let go, and taken away by something else.
    pub fn on_pointer(
        self,
        down: Callback<PointerEvent>,
        moved: Callback<PointerEvent>,
        up: Callback<PointerEvent>,
        gone: Callback<PointerEvent>,
    ) -> Self {
        self.hears(Rc::new(onpointerdown::Wrapper::new(down)))
            .hears(Rc::new(onpointermove::Wrapper::new(moved)))
            .hears(Rc::new(onpointerup::Wrapper::new(up)))
            .hears(Rc::new(onpointercancel::Wrapper::new(gone.clone())))
            .hears(Rc::new(onlostpointercapture::Wrapper::new(gone)))
    }

    /// Hears that what is folded away was opened or closed.
    #[inline(never)]
    pub fn on_toggle(self, heard: Callback<Event>) -> Self {
        self.hears(Rc::new(ontoggle::Wrapper::new(heard)))
    }

    #[inline(never)]
    fn hears(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(Some(listener));
        self
    }

    /// Text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.push(Html::from(AttrValue::Rc(Rc::from(text))))
    }

    /// An interface string.
    #[inline(never)]
    pub fn say(self, ui: &Ui, text: Text) -> Self {
        self.push(Html::from(AttrValue::Rc(ui.get(text))))
    }

    /// Puts something inside. What is absent keeps its place, so that its neighbours stay the elements they are: what
    /// comes and goes is an `Option` that is always added.
    #[inline]
    pub fn with(self, child: impl Child) -> Self {
        child.join(self)
    }

    /// Puts a list inside.
    pub fn all(self, children: impl IntoIterator<Item = El>) -> Self {
        let mut list = together();
        for child in children {
            list = child.join(list);
        }
        list.join(self)
    }

    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// The finished element.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts { tag, key, node, names, values, listeners, mut children, value, checked } = *self.0;
        if tag.is_empty() {
            return Html::VList(Rc::new(VList::with_children(children, key)));
        }
        let mut made = VTag::new(tag);
        made.key = key;
        if let Some(node) = node {
            made.node_ref = node;
        }
        made.attributes = Attributes::Dynamic { keys: kept(&names), values: values.into_boxed_slice() };
        if !listeners.is_empty() {
            made.set_listeners(listeners.into_boxed_slice());
        }
        if value.is_some() {
            made.set_value(value);
        }
        if let Some(checked) = checked {
            made.set_checked(checked);
        }
        if let Some(inside) = made.children_mut() {
            *inside = match children.len() {
                1 => children.pop().unwrap_or_default(),
                _ => Html::VList(Rc::new(VList::with_children(children, None))),
            };
        }
        Html::VTag(Rc::new(made))
    }
}

/// The same list of names for every element with these names. Yew compares attributes quickest when it is one and the
/// same; there are about a hundred, which stay as long as the program does.
fn kept(names: &[&'static str]) -> &'static [&'static str] {
    thread_local! {
        static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KEPT.with_borrow_mut(|lists| {
        if let Some(known) = lists.iter().find(|known| **known == names) {
            return *known;
        }
        let list: &'static [&'static str] = Vec::leak(names.to_vec());
        lists.push(list);
        list
    })
}

/// What can stand inside an element.
pub trait Child {
    /// Becomes the last child.
    fn join(self, parent: El) -> El;
}

impl Child for El {
    #[inline(never)]
    fn join(self, parent: El) -> El {
        parent.push(self.html())
    }
}

impl Child for Html {
    fn join(self, parent: El) -> El {
        parent.push(self)
    }
}

impl Child for Option<El> {
    #[inline(never)]
    fn join(self, parent: El) -> El {
        parent.push(self.map_or_else(Html::default, El::html))
    }
}

impl From<El> for Html {
    fn from(made: El) -> Html {
        made.html()
    }
}
