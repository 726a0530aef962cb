// A certificate of one's own, made anew for each run: nothing secret is kept with the tests.

import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/**
 * A self-signed RSA certificate and its key (X.509, RFC 5280), as PEM.
 * @param {string} name its common name
 */
export function selfSigned(name) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const day = 24 * 60 * 60 * 1000;
  const who = sequence(der(0x31, sequence(Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(name)))));
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x01, ...randomBytes(8)])),
    SHA256_WITH_RSA,
    who,
    sequence(time(Date.now() - day), time(Date.now() + 365 * day)),
    who,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", tbs, privateKey));
  const certificate = sequence(tbs, SHA256_WITH_RSA, signature).toString("base64");
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g).join("\n")}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
  };
}

/** One DER value. */
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function sequence(...parts) {
  return der(0x30, ...parts);
}

/** A UTCTime, to the second. */
function time(milliseconds) {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

const SHA256_WITH_RSA = sequence(Buffer.from("06092a864886f70d01010b", "hex"), der(0x05));
