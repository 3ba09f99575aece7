{{/*
The init container that puts the authorities of the service's image and the further ones
together, where the language needs that. It runs in the service's own image, whose authorities
are meant, and meets `restricted` whatever the service does.
Usage: {{ include "platform-common.v1.fields.caCertificatesInitContainers" $context }}
*/}}
{{- define "platform-common.v1.fields.caCertificatesInitContainers" -}}
{{- include "platform-common.v1.fields.readCaCertificates" . -}}
{{- $way := .caCertificates.way -}}
{{- if has $way (list "bundle" "trustStore") }}
- name: ca-certificates
  image: {{ include "platform-common.v1.fields.ownImage" . | quote }}
  imagePullPolicy: {{ .values.image.pullPolicy }}
  command: [sh, -c]
  args:
    - |
      {{- if eq $way "trustStore" }}
      {{- include "platform-common.v1.fields.trustStoreScript" . | nindent 6 }}
      {{- else }}
      {{- include "platform-common.v1.fields.bundleScript" . | nindent 6 }}
      {{- end }}
  env:
    - name: ADDED
      value: /etc/chartroom/ca-certificates/{{ .values.caCertificates.key }}
    {{- if eq $way "trustStore" }}
    - name: TRUST_STORE
      value: /etc/chartroom/trust/cacerts.p12
    - name: JAVA_TOOL_OPTIONS
      value: ""
    {{- else }}
    - name: BUNDLE
      value: /etc/chartroom/trust/ca-bundle.crt
    - name: AUTHORITIES
      value: /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem /etc/pki/tls/cacert.pem /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem /etc/ssl/cert.pem
    {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "platform-common.v1.fields.restrictedSecurityContext" (eq .values.podSecurity "baseline" | ternary 65534 0) | nindent 4 }}
  resources:
    requests: { cpu: 50m, memory: 64Mi }
    limits: { cpu: "1", memory: 256Mi }
  volumeMounts:
    - name: tmp
      mountPath: /tmp
    - name: ca-certificates
      mountPath: /etc/chartroom/ca-certificates
      readOnly: true
    - name: trust
      mountPath: /etc/chartroom/trust
{{- end }}
{{- end -}}

{{/*
Writes the first of the files in which systems keep their authorities (the order is that of Go's
crypto/x509), those of Python's certifi, and the further ones.
Usage: {{ include "platform-common.v1.fields.bundleScript" . }}
*/}}
{{- define "platform-common.v1.fields.bundleScript" -}}
set -eu
: > "$BUNDLE"
for file in $AUTHORITIES; do
  if [ -r "$file" ]; then
    cat "$file" >> "$BUNDLE"
    break
  fi
done
if command -v python3 > /dev/null && certifi=$(python3 -m certifi 2> /dev/null); then
  cat "$certifi" >> "$BUNDLE"
fi
if [ ! -s "$BUNDLE" ]; then
  echo "the image has no well-known authorities: only those of caCertificates are trusted"
fi
echo >> "$BUNDLE"
cat "$ADDED" >> "$BUNDLE"
{{- end -}}

{{/*
Copies the JVM's own authorities into a PKCS12 store, and adds those of the further ones that it
does not have, one by one: keytool takes only the first certificate of a file. The password guards
nothing, since a store of authorities holds nothing secret, but without one a JVM reads no
certificate of such a store.
Usage: {{ include "platform-common.v1.fields.trustStoreScript" . }}
*/}}
{{- define "platform-common.v1.fields.trustStoreScript" -}}
set -eu
keytool=$(command -v keytool || echo "${JAVA_HOME:-}/bin/keytool")
home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$keytool")")")}
quick="-J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC"
authorities=$home/lib/security/cacerts
if [ ! -r "$authorities" ]; then
  authorities=$home/jre/lib/security/cacerts
fi
rm -f "$TRUST_STORE"
"$keytool" $quick -importkeystore -noprompt -srckeystore "$authorities" -srcstorepass changeit \
  -destkeystore "$TRUST_STORE" -deststoretype PKCS12 -deststorepass changeit 2> "$TRUST_STORE.log" \
  || { cat "$TRUST_STORE.log"; exit 1; }
known=$("$keytool" $quick -list -rfc -keystore "$TRUST_STORE" -storepass changeit | tr -d '\r\n')
return=$(printf '\r')
number=0
body=
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%"$return"}
  case $line in
    *"BEGIN CERTIFICATE"*)
      : > "$TRUST_STORE.pem"
      body=
      ;;
    *"END CERTIFICATE"*) ;;
    *) body=$body$line ;;
  esac
  printf '%s\n' "$line" >> "$TRUST_STORE.pem"
  case $line in
    *"END CERTIFICATE"*)
      case $known in
        *"$body"*) ;;
        *)
          number=$((number + 1))
          "$keytool" $quick -importcert -noprompt -alias "chartroom-$number" -file "$TRUST_STORE.pem" \
            -keystore "$TRUST_STORE" -storetype PKCS12 -storepass changeit < /dev/null
          ;;
      esac
      ;;
  esac
done < "$ADDED"
rm -f "$TRUST_STORE.pem" "$TRUST_STORE.log"
echo "$number further authorities are trusted"
{{- end -}}
