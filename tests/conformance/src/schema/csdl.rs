//! Values against the metadata (CSDL): every property has its name and its type there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use roxmltree::{Document as Xml, Node};
use serde_json::Value;

use super::values::is_instant;

/// The types of a metadata document.
#[derive(Debug, Default)]
pub struct Model {
    structures: BTreeMap<String, Structure>,
    enums: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Debug, Default)]
struct Structure {
    base: Option<String>,
    properties: BTreeMap<String, Property>,
}

#[derive(Debug)]
struct Property {
    type_name: String,
    nullable: bool,
}

impl Model {
    /// Reads a CSDL file.
    ///
    /// # Errors
    /// A file that can't be read, or is no XML.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is no XML", path.display()))
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let xml = Xml::parse(text)?;
        let mut model = Self::default();
        for node in xml.descendants() {
            let Some(name) = node.attribute("Name").map(str::to_owned) else {
                continue;
            };
            match node.tag_name().name() {
                "EnumType" => {
                    let members = node
                        .children()
                        .filter(|child| child.has_tag_name_of("Member"))
                        .filter_map(|child| child.attribute("Name").map(str::to_owned));
                    model.enums.insert(name, members.collect());
                }
                "EntityType" | "ComplexType" => {
                    model.structures.insert(name, structure(&node));
                }
                _ => {}
            }
        }
        Ok(model)
    }

    /// Whether the metadata has the type.
    pub fn knows(&self, type_name: &str) -> bool {
        self.structures.contains_key(type_name)
    }

    /// Whether every property of the object, and of what it holds, stands in the metadata.
    ///
    /// # Errors
    /// Where the object differs, as a path, and how.
    pub fn check(&self, type_name: &str, value: &Value) -> Result<(), String> {
        self.check_structure(type_name, value, "$")
    }

    fn check_structure(&self, declared: &str, value: &Value, at: &str) -> Result<(), String> {
        let Some(object) = value.as_object() else {
            return Err(format!("{at}: {value} is no {declared}"));
        };
        let own = value["@odata.type"].as_str().map(bare);
        let type_name = own.unwrap_or(declared);
        if !self.is_a(type_name, declared) {
            return Err(format!("{at}: {type_name} is no {declared}"));
        }
        for (name, inner) in object.iter().filter(|(name, _)| !name.contains('@')) {
            let property = self
                .property(type_name, name)
                .ok_or_else(|| format!("{at}: {type_name} has no property {name}"))?;
            if inner.is_null() && !property.nullable {
                return Err(format!("{at}.{name}: must not be null"));
            }
            if !inner.is_null() {
                self.check_value(&property.type_name, inner, &format!("{at}.{name}"))?;
            }
        }
        Ok(())
    }

    fn check_value(&self, type_name: &str, value: &Value, at: &str) -> Result<(), String> {
        let item = type_name
            .strip_prefix("Collection(")
            .and_then(|rest| rest.strip_suffix(')'));
        if let Some(item) = item {
            let list = value
                .as_array()
                .ok_or_else(|| format!("{at}: {value} is no collection"))?;
            for (number, one) in list.iter().enumerate() {
                self.check_value(item, one, &format!("{at}[{number}]"))?;
            }
            return Ok(());
        }
        let name = bare(type_name);
        if let Some(members) = self.enums.get(name) {
            let known = value
                .as_str()
                .is_some_and(|member| members.contains(member));
            return if known {
                Ok(())
            } else {
                Err(format!("{at}: {value} is no {name}"))
            };
        }
        if self.structures.contains_key(name) {
            return self.check_structure(name, value, at);
        }
        let fits = match type_name {
            "Edm.String" | "Edm.Guid" => value.is_string(),
            "Edm.Boolean" => value.is_boolean(),
            "Edm.Int32" => value
                .as_i64()
                .is_some_and(|number| i32::try_from(number).is_ok()),
            "Edm.Int64" => value.is_i64(),
            "Edm.Double" => value.is_number(),
            "Edm.DateTimeOffset" => value.as_str().is_some_and(is_instant),
            _ => true,
        };
        if fits {
            Ok(())
        } else {
            Err(format!("{at}: {value} is no {type_name}"))
        }
    }

    fn property(&self, type_name: &str, name: &str) -> Option<&Property> {
        let structure = self.structures.get(type_name)?;
        let inherited = || self.property(structure.base.as_deref()?, name);
        structure.properties.get(name).or_else(inherited)
    }

    fn is_a(&self, type_name: &str, base: &str) -> bool {
        let parent = || self.structures.get(type_name)?.base.as_deref();
        type_name == base || parent().is_some_and(|parent| self.is_a(parent, base))
    }
}

/// A type's name without namespace, alias and `#`.
fn bare(type_name: &str) -> &str {
    let name = type_name.trim_start_matches('#');
    name.strip_prefix("microsoft.graph.")
        .or_else(|| name.strip_prefix("graph."))
        .unwrap_or(name)
}

fn structure(node: &Node<'_, '_>) -> Structure {
    let properties = node
        .children()
        .filter(|child| {
            child.has_tag_name_of("Property") || child.has_tag_name_of("NavigationProperty")
        })
        .filter_map(|child| {
            let type_name = child.attribute("Type")?.to_owned();
            let nullable = child.attribute("Nullable") != Some("false");
            Some((
                child.attribute("Name")?.to_owned(),
                Property {
                    type_name,
                    nullable,
                },
            ))
        })
        .collect();
    Structure {
        base: node.attribute("BaseType").map(|base| bare(base).to_owned()),
        properties,
    }
}

/// Elements of CSDL by their local name, whatever the namespace's version.
trait LocalName {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const CSDL: &str = r#"<Schema>
        <EnumType Name="colour"><Member Name="red"/></EnumType>
        <EntityType Name="entity"><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
        <EntityType Name="thing" BaseType="graph.entity">
            <Property Name="colours" Type="Collection(graph.colour)"/>
            <Property Name="size" Type="Edm.Int32"/>
        </EntityType></Schema>"#;

    #[test]
    fn names_and_types_must_stand_in_the_metadata() {
        let model = Model::parse(CSDL).unwrap();
        let check = |value| model.check("thing", &value);
        let good =
            json!({ "@odata.type": "#microsoft.graph.thing", "id": "1", "colours": ["red"] });
        assert_eq!(check(good), Ok(()));
        for (bad, word) in [
            (json!({ "id": null }), "null"),
            (json!({ "id": "1", "weight": 1 }), "weight"),
            (json!({ "id": "1", "colours": ["blue"] }), "blue"),
            (json!({ "id": "1", "size": 3_000_000_000_u64 }), "Int32"),
            (json!({ "@odata.type": "#microsoft.graph.other" }), "other"),
        ] {
            let why = check(bad).unwrap_err();
            assert!(why.contains(word), "{why}");
        }
    }
}
