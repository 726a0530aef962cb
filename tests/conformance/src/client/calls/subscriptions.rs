//! Calls on subscriptions.

use virtual_events::{
    ChangeTypes, NewSubscription, RichNotifications, SubscriptionChanges, SubscriptionId, WebPush,
};

use super::served::{Call, Decoded, Served, built};

/// Serves `/subscriptions…`.
pub(super) async fn serve(call: &Call<'_>) -> Served {
    let mut subscriptions = call.client.subscriptions();
    if call.address.version.as_deref() == Some("beta") {
        subscriptions = subscriptions.on_beta();
    }
    let names = call.address.names();
    match (call.method, &names[1..]) {
        _ if call.has_query() => Served::Unserved,
        ("POST", []) => {
            let subscription = built!(new_subscription(call));
            Served::one(subscriptions.create(&subscription).await)
        }
        ("GET", []) => Served::page(subscriptions.list()).await,
        ("GET", ["getVapidPublicKey"]) => {
            let key = subscriptions.vapid_public_key().await;
            Served::Outcome(key.map(|key| Decoded::Text(key.into_string())))
        }
        ("GET", [id]) => Served::one(subscriptions.get(&SubscriptionId::from(*id)).await),
        ("PATCH", [id]) => {
            let changes = built!(changes(call));
            Served::one(
                subscriptions
                    .update(&SubscriptionId::from(*id), &changes)
                    .await,
            )
        }
        ("DELETE", [id]) => Served::nothing(subscriptions.delete(&SubscriptionId::from(*id)).await),
        ("POST", [id, "reauthorize"]) => {
            Served::nothing(subscriptions.reauthorize(&SubscriptionId::from(*id)).await)
        }
        _ => Served::Unserved,
    }
}

fn new_subscription(call: &Call<'_>) -> Result<NewSubscription, String> {
    let fields = call.fields()?;
    let change_type: ChangeTypes = fields.need("changeType")?;
    let notification_url: String = fields.need("notificationUrl")?;
    let expires_at = fields.need("expirationDateTime")?;
    let mut subscription = NewSubscription::new(
        fields.need("resource")?,
        change_type,
        notification_url,
        expires_at,
    );
    subscription.client_state = fields.get("clientState")?;
    subscription.lifecycle_notification_url = fields.get("lifecycleNotificationUrl")?;
    subscription.latest_supported_tls_version = fields.get("latestSupportedTlsVersion")?;
    if let Some(vapid_public_key) = fields.get("vapidPublicKey")? {
        subscription.web_push = Some(WebPush {
            vapid_public_key,
            p256dh: fields.need("webPushEncryptionP256dhPublicKey")?,
            auth: fields.need("webPushEncryptionSecret")?,
        });
    }
    subscription.rich = RichNotifications {
        include_resource_data: fields.get("includeResourceData")?,
        encryption_certificate: fields.get("encryptionCertificate")?,
        encryption_certificate_id: fields.get("encryptionCertificateId")?,
        notification_query_options: fields.get("notificationQueryOptions")?,
        notification_url_app_id: fields.get("notificationUrlAppId")?,
    };
    Ok(subscription)
}

fn changes(call: &Call<'_>) -> Result<SubscriptionChanges, String> {
    let fields = call.fields()?;
    Ok(SubscriptionChanges {
        expires_at: fields.get("expirationDateTime")?,
        notification_url: fields.get("notificationUrl")?,
    })
}
