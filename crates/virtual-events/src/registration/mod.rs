//! Registration: its form, and who registered.

mod answer;
mod api;
mod configuration;
mod configuration_api;
mod question;
mod registered;

pub use answer::QuestionAnswer;
pub use api::Registrations;
pub use configuration::{RegistrationConfiguration, RegistrationConfigurationChanges};
pub use configuration_api::RegistrationConfigurations;
pub use question::{AnswerInputType, NewQuestion, PredefinedLabel, Question, QuestionKind};
pub use registered::{
    ExternalRegistrationInformation, NewRegistration, Registration, RegistrationStatus,
};

#[cfg(test)]
mod tests;
