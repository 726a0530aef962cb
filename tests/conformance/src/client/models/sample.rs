//! Samples of the metadata's types, with every property filled in.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};

/// The types of a metadata document, by name.
pub(super) struct Metadata<'a, 'input> {
    types: BTreeMap<&'a str, Node<'a, 'input>>,
}

impl<'a, 'input> Metadata<'a, 'input> {
    pub(super) fn of(xml: &'a Document<'input>) -> Self {
        let kinds = ["EntityType", "ComplexType", "EnumType"];
        let is_type = |node: &Node<'_, '_>| kinds.contains(&node.tag_name().name());
        let types = xml.descendants().filter(is_type);
        Self {
            types: types
                .filter_map(|node| Some((node.attribute("Name")?, node)))
                .collect(),
        }
    }

    /// A value of this type with every property of it and its bases; navigation is left out.
    pub(super) fn sample(&self, name: &str) -> Option<Value> {
        let node = self.types.get(name)?;
        if node.tag_name().name() == "EnumType" {
            let member = children(*node, "Member").find_map(|member| member.attribute("Name"))?;
            return Some(json!(member));
        }
        let mut members = match node.attribute("BaseType").map(bare) {
            Some(base) => match self.sample(base)? {
                Value::Object(members) => members,
                _ => Map::new(),
            },
            None => Map::new(),
        };
        for property in children(*node, "Property") {
            let name = property.attribute("Name")?;
            if let Some(value) = self.value(property.attribute("Type")?) {
                members.insert(name.to_owned(), value);
            }
        }
        Some(Value::Object(members))
    }

    /// A value of a property's type; `None` for a stream, which JSON doesn't hold.
    fn value(&self, declared: &str) -> Option<Value> {
        let inside = declared
            .strip_prefix("Collection(")
            .and_then(|rest| rest.strip_suffix(')'));
        if let Some(item) = inside {
            return Some(json!([self.value(item)?]));
        }
        match declared {
            "Edm.String" => Some(json!("text")),
            "Edm.Guid" => Some(json!("00000000-0000-4000-8000-000000000000")),
            "Edm.Boolean" => Some(json!(true)),
            "Edm.Int32" => Some(json!(7)),
            "Edm.Double" => Some(json!(0.5)),
            "Edm.DateTimeOffset" => Some(json!("2027-01-12T15:00:00.25Z")),
            _ => self.sample(bare(declared)),
        }
    }
}

fn children<'a, 'input: 'a>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children()
        .filter(move |child| child.tag_name().name() == name)
}

fn bare(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
