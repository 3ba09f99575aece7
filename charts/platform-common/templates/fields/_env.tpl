{{/*
The environment of the service's container, without the key `env:`.
Usage: {{ include "platform-common.v1.fields.env" $context }}
*/}}
{{- define "platform-common.v1.fields.env" -}}
{{- include "platform-common.v1.fields.readEnvironment" . -}}
{{- include "platform-common.v1.fields.envEntries" (concat .environment.credentials .environment.entries) -}}
{{- end -}}

{{/*
The service's environment, set as "environment" in the context the first time: "credentials",
the variables that bring a credential from a Secret, and "entries", the bindings, `env`, and where further certificates are.
Each is a list of { name, value } or { name, secret, key }. Credentials go first: Kubernetes
composes $(NAME) only from names that stand before it. A name with the value "" is left out.

Stops where two places claim one name, those of the ConfigMap and of the Secret included:
one of them would lose without a word.
Usage: {{ include "platform-common.v1.fields.readEnvironment" $context }}
*/}}
{{- define "platform-common.v1.fields.readEnvironment" -}}
{{- if not (hasKey . "environment") -}}
  {{- include "platform-common.v1.fields.readConfig" . -}}
  {{- include "platform-common.v1.fields.readSecret" . -}}
  {{- include "platform-common.v1.fields.readCaCertificates" . -}}
  {{- $collected := dict "chart" .root.Chart.Name "claims" dict "credentials" dict "entries" list -}}
  {{- range $name, $entry := .config -}}
    {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" $entry.text "by" $entry.by) -}}
  {{- end -}}
  {{- range $name, $by := .secret.names -}}
    {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" "in a Secret" "by" $by) -}}
  {{- end -}}
  {{- include "platform-common.v1.fields.collectBindings" (dict "collected" $collected "context" .) -}}
  {{- include "platform-common.v1.fields.collectEnv" (dict "collected" $collected "chart" .root.Chart.Name "env" .values.env "path" "env") -}}
  {{- include "platform-common.v1.fields.collectCaCertificates" (dict "collected" $collected "certificates" .caCertificates) -}}
  {{- $credentials := list -}}
  {{- range $name := keys $collected.credentials | sortAlpha -}}
    {{- $credentials = append $credentials (merge (dict "name" $name) (get $collected.credentials $name)) -}}
  {{- end -}}
  {{- $_ := set . "environment" (dict "credentials" $credentials "entries" $collected.entries) -}}
{{- end -}}
{{- end -}}

{{/*
Adds the bindings to what is collected.
Usage: {{ include "platform-common.v1.fields.collectBindings" (dict "collected" $collected "context" $context) }}
*/}}
{{- define "platform-common.v1.fields.collectBindings" -}}
{{- $context := .context -}}
{{- $collected := .collected -}}
{{- range $dependency, $templates := $context.values.bindings -}}
  {{- range $name, $template := $templates -}}
    {{- $by := printf "bindings.%s" $dependency -}}
    {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" $template "by" $by) -}}
    {{- if $template -}}
      {{- $binding := dict "collected" $collected "dependency" (get $context.dependencies $dependency) "context" $context "template" $template "path" (printf "%s.%s" $by $name) -}}
      {{- include "platform-common.v1.fields.binding" $binding -}}
      {{- $_ := set $collected "entries" (append $collected.entries (merge (dict "name" $name) $binding.result)) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Adds a map of own variables to what is collected: texts, and references to keys of Secrets.
Usage: {{ include "platform-common.v1.fields.collectEnv" (dict "collected" $collected "chart" "cart" "env" $env "path" "env") }}
*/}}
{{- define "platform-common.v1.fields.collectEnv" -}}
{{- $at := . -}}
{{- range $name, $value := .env -}}
  {{- include "platform-common.v1.fields.claim" (dict "collected" $at.collected "name" $name "value" $value "by" $at.path) -}}
  {{- if kindIs "map" $value -}}
    {{- if not (and $value.secret $value.key) -}}
      {{- fail (printf "%s: values: %s.%s must be text, or name a Secret and its key: { secret: …, key: … }" $at.chart $at.path $name) -}}
    {{- end -}}
    {{- $_ := set $at.collected "entries" (append $at.collected.entries (dict "name" $name "secret" $value.secret "key" $value.key)) -}}
  {{- else if $value -}}
    {{- $_ := set $at.collected "entries" (append $at.collected.entries (dict "name" $name "value" $value)) -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Adds where further certificates are to what is collected. Options that the service gives the JVM
in the same name are already in the text, which takes their place.
Usage: {{ include "platform-common.v1.fields.collectCaCertificates" (dict "collected" $collected "certificates" $certificates) }}
*/}}
{{- define "platform-common.v1.fields.collectCaCertificates" -}}
{{- $collected := .collected -}}
{{- $merged := .certificates.merged -}}
{{- if $merged -}}
  {{- $entries := list -}}
  {{- range $collected.entries -}}
    {{- if ne .name $merged -}}
      {{- $entries = append $entries . -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set $collected "entries" $entries -}}
{{- end -}}
{{- range $name, $value := .certificates.environment -}}
  {{- if ne $name $merged -}}
    {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" $value "by" "caCertificates") -}}
  {{- end -}}
  {{- $_ := set $collected "entries" (append $collected.entries (dict "name" $name "value" $value)) -}}
{{- end -}}
{{- end -}}

{{/*
Records who sets an environment name, and stops at a second claim: a server-side apply
refuses a name that stands twice.
Usage: {{ include "platform-common.v1.fields.claim" (dict "collected" $collected "name" "DB_HOST" "value" $value "by" "env") }}
*/}}
{{- define "platform-common.v1.fields.claim" -}}
{{- if .value -}}
  {{- if not (regexMatch "^[-._a-zA-Z][-._a-zA-Z0-9]*$" .name) -}}
    {{- fail (printf "%s: values: %s has the environment name %q; a name holds only letters, digits, '_', '-' and '.', and starts with none of the digits" .collected.chart .by .name) -}}
  {{- else if has .name (list "true" "false") -}}
    {{- fail (printf "%s: values: %s has the environment name %q, as which YAML reads names such as ON, YES, OFF and NO; quote the name" .collected.chart .by .name) -}}
  {{- end -}}
  {{- if hasKey .collected.claims .name -}}
    {{- fail (printf "%s: values: environment name %q is claimed by %s and by %s; keep one, or set one to \"\"" .collected.chart .name (get .collected.claims .name) .by) -}}
  {{- end -}}
  {{- $_ := set .collected.claims .name .by -}}
{{- end -}}
{{- end -}}

{{/*
Environment entries as Kubernetes has them, of { name, value } and { name, secret, key }.
Usage: {{ include "platform-common.v1.fields.envEntries" $entries }}
*/}}
{{- define "platform-common.v1.fields.envEntries" -}}
{{- range . }}
- name: {{ quote .name }}
  {{- if .secret }}
  valueFrom:
    secretKeyRef:
      name: {{ quote .secret }}
      key: {{ quote .key }}
  {{- else }}
  value: {{ quote .value }}
  {{- end }}
{{- end }}
{{- end -}}

{{/*
What the whole container takes from a ConfigMap and a Secret, without the key `envFrom:`. Of a
name that both hold the Secret's value stands.
Usage: {{ include "platform-common.v1.fields.envFrom" $context }}
*/}}
{{- define "platform-common.v1.fields.envFrom" -}}
{{- include "platform-common.v1.fields.readConfig" . -}}
{{- if .config }}
- configMapRef:
    name: {{ quote .name }}
{{- end }}
{{- with include "platform-common.v1.fields.secretName" . }}
- secretRef:
    name: {{ quote . }}
{{- end }}
{{- end -}}
