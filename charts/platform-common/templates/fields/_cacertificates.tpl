{{/*
The certificates of further authorities, set as "caCertificates" in the context the first time:

  way          how programs of the service's language are told of them (below); "" without any
  data         of the ConfigMap that this chart makes: each by its name, and all under `key`
  configMap    which ConfigMap has them
  environment  by name: text
  merged       a name of it that also holds what the service set there
  options      those of the JVM, to stand beside what is given it; "" for another language

A program should trust them beside the well-known authorities, never instead:

  extra       Node.js adds NODE_EXTRA_CA_CERTS to its own.
  file        Go reads the system's folders besides SSL_CERT_FILE (crypto/x509, root_unix.go), and
              its images have no shell.
  bundle      OpenSSL reads its folder besides SSL_CERT_FILE, but in Alpine and Red Hat images the
              folder holds no names that OpenSSL finds; .NET and Rust read the file alone; Python's
              requests reads REQUESTS_CA_BUNDLE instead of certifi's. So an init container puts
              the image's authorities and these together, unless `complete` says that these are all.
  trustStore  The JVM reads one store. An init container makes it of the JVM's own and these.
Usage: {{ include "platform-common.v1.fields.readCaCertificates" $context }}
*/}}
{{- define "platform-common.v1.fields.readCaCertificates" -}}
{{- if not (hasKey . "caCertificates") -}}
  {{- include "platform-common.v1.fields.readConfig" . -}}
  {{- $certificates := dict "way" "" "data" dict "configMap" "" "environment" dict "merged" "" "options" "" -}}
  {{- $values := .values.caCertificates -}}
  {{- if $values.enabled -}}
    {{- include "platform-common.v1.fields.readCertificates" (dict "context" . "data" $certificates.data) -}}
    {{- $ways := dict "node" "extra" "java" "trustStore" "go" "file" -}}
    {{- $way := get $ways .values.language | default ($values.complete | ternary "file" "bundle") -}}
    {{- $file := printf "/etc/chartroom/ca-certificates/%s" $values.key -}}
    {{- $environment := dict -}}
    {{- if eq $way "extra" -}}
      {{- $_ := set $environment "NODE_EXTRA_CA_CERTS" $file -}}
    {{- else if eq $way "trustStore" -}}
      {{- $own := get .values.env "JAVA_TOOL_OPTIONS" | default (dig "JAVA_TOOL_OPTIONS" "text" "" .config) -}}
      {{- $options := "-Djavax.net.ssl.trustStore=/etc/chartroom/trust/cacerts.p12 -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit" -}}
      {{- $_ := set $certificates "options" $options -}}
      {{- if kindIs "string" $own -}}
        {{- if contains "-Djavax.net.ssl.trustStore" $own -}}
          {{- fail (printf "%s: values: JAVA_TOOL_OPTIONS sets a trust store, and so does caCertificates; keep one" .root.Chart.Name) -}}
        {{- end -}}
        {{- $_ := set $certificates "merged" ($own | empty | ternary "" "JAVA_TOOL_OPTIONS") -}}
        {{- $_ := set $environment "JAVA_TOOL_OPTIONS" (list $own $options | compact | join " ") -}}
      {{- else -}}
        {{- $_ := set $environment "JAVA_TOOL_OPTIONS" "claimed" -}}
      {{- end -}}
    {{- else -}}
      {{- $file = eq $way "bundle" | ternary "/etc/chartroom/trust/ca-bundle.crt" $file -}}
      {{- $_ := set $environment "SSL_CERT_FILE" $file -}}
      {{- if eq .values.language "python" -}}
        {{- $_ := set $environment "REQUESTS_CA_BUNDLE" $file -}}
      {{- end -}}
    {{- end -}}
    {{- $_ := mergeOverwrite $certificates (dict "way" $way "configMap" ($values.existingConfigMap | default (printf "%s-ca-certificates" .name)) "environment" $environment) -}}
  {{- end -}}
  {{- $_ := set . "caCertificates" $certificates -}}
{{- end -}}
{{- end -}}

{{/*
Fills "data" with `certificates` and `files`, each by its name, and all of them under `key`;
nothing with `existingConfigMap`. Stops at what is no certificate.
Usage: {{ include "platform-common.v1.fields.readCertificates" (dict "context" $context "data" dict) }}
*/}}
{{- define "platform-common.v1.fields.readCertificates" -}}
{{- $data := .data -}}
{{- $chart := .context.root.Chart.Name -}}
{{- $values := .context.values.caCertificates -}}
{{- $given := list -}}
{{- range $name, $text := $values.certificates -}}
  {{- if $text -}}
    {{- $given = append $given (dict "name" $name "text" $text "where" (printf "%s: values: caCertificates.certificates has %s" $chart $name)) -}}
  {{- end -}}
{{- end -}}
{{- range $path := $values.files -}}
  {{- $where := printf "%s: values: caCertificates.files names %s" $chart $path -}}
  {{- $text := $.context.root.Files.Get (trimPrefix "./" $path) -}}
  {{- if not (trim $text) -}}
    {{- fail (printf "%s, which is missing or empty in the chart; write it, or remove the name" $where) -}}
    {{- $text = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----" -}}
  {{- end -}}
  {{- $given = append $given (dict "name" (base $path) "text" $text "where" $where) -}}
{{- end -}}
{{- if or (not (regexMatch "^[-._a-zA-Z0-9]{1,253}$" $values.key)) (hasPrefix ".." $values.key) (eq $values.key ".") -}}
  {{- fail (printf "%s: values: caCertificates.key is %q, which cannot be a key of a ConfigMap; write a name such as ca.crt, of letters, digits, '-', '_' and '.'" $chart $values.key) -}}
{{- end -}}
{{- if and $values.existingConfigMap $given -}}
  {{- fail (printf "%s: values: caCertificates.existingConfigMap stands beside caCertificates.certificates or files; keep one of the two ways" $chart) -}}
{{- else if not (or $values.existingConfigMap $given) -}}
  {{- fail (printf "%s: values: caCertificates is enabled without a certificate; write caCertificates.certificates, files or existingConfigMap" $chart) -}}
{{- end -}}
{{- $all := list -}}
{{- range $given -}}
  {{- if contains "PRIVATE KEY-----" .text -}}
    {{- fail (printf "%s, which holds a private key; write certificates alone, since a ConfigMap is no secret" .where) -}}
  {{- else if not (and (contains "-----BEGIN CERTIFICATE-----" .text) (contains "-----END CERTIFICATE-----" .text)) -}}
    {{- fail (printf "%s, which is no certificate in PEM; it begins with -----BEGIN CERTIFICATE-----" .where) -}}
  {{- else if or (not (regexMatch "^[-._a-zA-Z0-9]{1,253}$" .name)) (hasPrefix ".." .name) (eq .name ".") -}}
    {{- fail (printf "%s, whose name cannot be a key of a ConfigMap; it holds only letters, digits, '-', '_' and '.'" .where) -}}
  {{- else if or (hasKey $data .name) (and (eq .name $values.key) (gt (len $given) 1)) -}}
    {{- fail (printf "%s, whose name %s is taken; write another file name (caCertificates.key is that of all together)" .where .name) -}}
  {{- end -}}
  {{- $text := printf "%s\n" (trim .text) -}}
  {{- $_ := set $data .name $text -}}
  {{- $all = append $all $text -}}
{{- end -}}
{{- if $all -}}
  {{- $_ := set $data $values.key (join "" $all) -}}
{{- end -}}
{{- end -}}

{{/*
Data of the ConfigMap that this chart makes, and what is hashed into the pods.
Usage: {{ include "platform-common.v1.fields.caCertificatesData" $context }}
*/}}
{{- define "platform-common.v1.fields.caCertificatesData" -}}
{{- include "platform-common.v1.fields.readCaCertificates" . -}}
{{- with .caCertificates.data }}
{{- toYaml . }}
{{- end }}
{{- end -}}

{{/*
Volumes of a pod that hold the certificates of further authorities. A pod that runs before the
release's objects are there takes the ConfigMap that is made for it.
Usage: {{ include "platform-common.v1.fields.caCertificatesVolumes" $context }}
*/}}
{{- define "platform-common.v1.fields.caCertificatesVolumes" -}}
{{- include "platform-common.v1.fields.readCaCertificates" . -}}
{{- with .caCertificates }}
{{- if .way }}
- name: ca-certificates
  configMap:
    {{- if and $.early .data }}
    name: {{ $.name }}-hooks-ca-certificates
    {{- else }}
    name: {{ quote .configMap }}
    {{- end }}
{{- if has .way (list "bundle" "trustStore") }}
- name: trust
  emptyDir: {}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Where a container sees the certificates of further authorities.
Usage: {{ include "platform-common.v1.fields.caCertificatesVolumeMounts" $context }}
*/}}
{{- define "platform-common.v1.fields.caCertificatesVolumeMounts" -}}
{{- include "platform-common.v1.fields.readCaCertificates" . -}}
{{- with .caCertificates }}
{{- if .way }}
- name: ca-certificates
  mountPath: /etc/chartroom/ca-certificates
  readOnly: true
{{- if has .way (list "bundle" "trustStore") }}
- name: trust
  mountPath: /etc/chartroom/trust
  readOnly: true
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
