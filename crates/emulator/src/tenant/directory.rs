//! The directory: some sixty people, with names that look alike and names of many scripts.

use std::collections::BTreeMap;

use super::DOMAIN;
use super::people::Person;
use crate::ident::Ids;

/// Key, given name, surname, job, department.
type Entry = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const MEMBERS: [Entry; 60] = [
    (
        "ana.ruiz",
        "Ana",
        "Ruiz",
        "Head of Internal Communications",
        "Communications",
    ),
    (
        "jonas.weber",
        "Jonas",
        "Weber",
        "Event Producer",
        "Communications",
    ),
    (
        "mei.tanaka",
        "Mei",
        "Tanaka",
        "Chief Engineer",
        "Engineering",
    ),
    (
        "seun.adeyemi",
        "Oluwaseun",
        "Adeyemi",
        "Account Manager",
        "Sales",
    ),
    (
        "ingrid.solberg",
        "Ingrid",
        "Solberg",
        "IT Administrator",
        "IT",
    ),
    ("sam.okafor", "Sam", "Okafor", "Analyst", "Finance"),
    ("anna.ruiz", "Anna", "Ruiz", "Recruiter", "People"),
    ("ana.ruiz-ortega", "Ana", "Ruiz Ortega", "Lawyer", "Legal"),
    (
        "anabel.ruizdiaz",
        "Anabel",
        "Ruíz Díaz",
        "Designer",
        "Product",
    ),
    ("ann.rice", "Ann", "Rice", "Engineer", "Engineering"),
    ("anne.reiss", "Anne", "Reiß", "Controller", "Finance"),
    (
        "jonas.weber2",
        "Jonas",
        "Weber",
        "Electrician",
        "Facilities",
    ),
    (
        "jonathan.webber",
        "Jonathan",
        "Webber",
        "Engineer",
        "Engineering",
    ),
    ("joanna.webb", "Joanna", "Webb", "Writer", "Communications"),
    ("mei-ling.tan", "Mei-Ling", "Tan", "Researcher", "Research"),
    ("mae.tanner", "Mae", "Tanner", "Researcher", "Research"),
    (
        "bjorn.aesberg",
        "Björn",
        "Åsberg",
        "Chief Financial Officer",
        "Finance",
    ),
    (
        "zoe.lefevre",
        "Zoë",
        "Lefèvre",
        "Chief People Officer",
        "People",
    ),
    (
        "francois.dupre",
        "François",
        "Dupré",
        "Sales Director",
        "Sales",
    ),
    (
        "malgorzata.zolc",
        "Małgorzata",
        "Żółć",
        "Quality Lead",
        "Engineering",
    ),
    ("ilker.isik", "İlker", "Işık", "Support Lead", "Support"),
    ("nguyen.thuy", "Nguyễn", "Thùy", "Engineer", "Engineering"),
    (
        "tanaka.misaki",
        "美咲",
        "田中",
        "Translator",
        "Communications",
    ),
    ("wang.xiaoming", "小明", "王", "Engineer", "Engineering"),
    ("kim.minjun", "민준", "김", "Engineer", "Engineering"),
    ("layla.haddad", "ليلى", "حداد", "Regional Lead", "Sales"),
    ("yosef.cohen", "יוסף", "כהן", "Architect", "Engineering"),
    (
        "olga.petrova",
        "Ольга",
        "Петрова",
        "Data Scientist",
        "Research",
    ),
    (
        "eleni.papadaki",
        "Ελένη",
        "Παπαδάκη",
        "Scientist",
        "Research",
    ),
    ("priya.raman", "Priya", "Raman", "Chief Executive", "Board"),
    ("arjun.raman", "Arjun", "Raman", "Engineer", "Engineering"),
    ("chidi.eze", "Chidi", "Eze", "Support Engineer", "Support"),
    ("siobhan.oneill", "Siobhán", "O'Neill", "Counsel", "Legal"),
    ("sean.oneil", "Sean", "O'Neil", "Trainer", "People"),
    ("jose.nunez", "José", "Núñez", "Plant Manager", "Operations"),
    ("joao.conceicao", "João", "Conceição", "Buyer", "Operations"),
    (
        "marta.kowalska",
        "Marta",
        "Kowalska",
        "Planner",
        "Operations",
    ),
    (
        "marta.kowalczyk",
        "Marta",
        "Kowalczyk",
        "Planner",
        "Operations",
    ),
    ("lars.nyberg", "Lars", "Nyberg", "Driver", "Operations"),
    ("emma.smith", "Emma", "Smith", "Engineer", "Engineering"),
    ("emma.smyth", "Emma", "Smyth", "Accountant", "Finance"),
    ("emma.smith2", "Emma", "Smith", "Marketer", "Marketing"),
    ("noah.berg", "Noah", "Berg", "Engineer", "Engineering"),
    ("noa.bergman", "Noa", "Bergman", "Marketer", "Marketing"),
    (
        "tom.de-vries",
        "Tom",
        "de Vries",
        "Technician",
        "Facilities",
    ),
    (
        "thomas.devries",
        "Thomas",
        "DeVries",
        "Technician",
        "Facilities",
    ),
    (
        "fatima.al-sayed",
        "Fatima",
        "Al-Sayed",
        "Pharmacist",
        "Research",
    ),
    ("ahmed.alsayed", "Ahmed", "Alsayed", "Chemist", "Research"),
    ("hana.novakova", "Hana", "Nováková", "Assistant", "Board"),
    ("petr.novak", "Petr", "Novák", "Engineer", "Engineering"),
    ("grace.mwangi", "Grace", "Mwangi", "Training Lead", "People"),
    ("daniel.lee", "Daniel", "Lee", "Security Lead", "IT"),
    ("danielle.lee", "Danielle", "Lee", "Security Analyst", "IT"),
    ("li.na", "Li", "Na", "Tester", "Engineering"),
    ("bo.xu", "Bo", "Xu", "Tester", "Engineering"),
    ("rosa.hernandez", "Rosa", "Hernández", "Nurse", "People"),
    (
        "viktor.horvath",
        "Viktor",
        "Horváth",
        "Engineer",
        "Engineering",
    ),
    (
        "maximiliane.longname",
        "Maximiliane-Friederike",
        "von und zu Hohenstein-Waldenburg",
        "Historian",
        "Communications",
    ),
    (
        "kai.andersen",
        "Kai",
        "Andersen",
        "Moderator",
        "Communications",
    ),
    (
        "ruth.stone",
        "Ruth",
        "Stone",
        "Studio Engineer",
        "Communications",
    ),
];

/// Key, given name, surname, home domain.
const GUESTS: [(&str, &str, &str, &str); 3] = [
    ("luca.moretti", "Luca", "Moretti", "harborpress.example"),
    ("nadia.benali", "Nadia", "Benali", "harborpress.example"),
    ("peter.ruiz", "Peter", "Ruiz", "quietfield.example"),
];

/// Everybody of the directory, by object id.
pub(super) fn people(ids: &Ids) -> BTreeMap<String, Person> {
    let members = MEMBERS
        .iter()
        .map(|(key, given, surname, job, department)| Person {
            id: ids.named(&format!("person/{key}")),
            name: format!("{given} {surname}"),
            given: (*given).to_owned(),
            surname: (*surname).to_owned(),
            upn: format!("{key}@{DOMAIN}"),
            mail: Some(format!("{key}@{DOMAIN}")),
            job: (*job).to_owned(),
            department: (*department).to_owned(),
            user_type: "Member".to_owned(),
        });
    let guests = GUESTS.iter().map(|(key, given, surname, home)| Person {
        id: ids.named(&format!("person/{key}")),
        name: format!("{given} {surname}"),
        given: (*given).to_owned(),
        surname: (*surname).to_owned(),
        upn: format!("{key}_{home}#EXT#@{DOMAIN}"),
        mail: Some(format!("{key}@{home}")),
        job: "Guest".to_owned(),
        department: String::new(),
        user_type: "Guest".to_owned(),
    });
    members
        .chain(guests)
        .map(|person| (person.id.clone(), person))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tenant::cast::CAST;

    #[test]
    fn every_account_is_somebody_of_the_directory() {
        let ids = Ids::new(0);
        let people = people(&ids);
        assert_eq!(
            people.len(),
            MEMBERS.len() + GUESTS.len(),
            "no key stands twice"
        );
        for (key, _) in CAST {
            assert!(
                people.contains_key(&ids.named(&format!("person/{key}"))),
                "{key}"
            );
        }
    }
}
