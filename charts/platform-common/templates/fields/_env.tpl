{{/*
The container's environment, without the key `env:`. First the variables that bring a
credential from a Secret, then the bindings, then `env`: Kubernetes composes $(NAME) only
from names that stand before it. A name with the value "" is left out.
Usage: {{ include "platform-common.v1.fields.env" $context }}
*/}}
{{- define "platform-common.v1.fields.env" -}}
{{- $context := . -}}
{{- $collected := dict "chart" .root.Chart.Name "claims" dict "credentials" dict "entries" list -}}
{{- range $name, $value := .values.config -}}
  {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" $value "by" "config") -}}
{{- end -}}
{{- range $dependency, $templates := .values.bindings -}}
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
{{- range $name, $value := .values.env -}}
  {{- include "platform-common.v1.fields.claim" (dict "collected" $collected "name" $name "value" $value "by" "env") -}}
  {{- if kindIs "map" $value -}}
    {{- if not (and $value.secret $value.key) -}}
      {{- fail (printf "%s: values: env.%s must be text, or name a Secret and its key: { secret: …, key: … }" $context.root.Chart.Name $name) -}}
    {{- end -}}
    {{- $_ := set $collected "entries" (append $collected.entries (dict "name" $name "secret" $value.secret "key" $value.key)) -}}
  {{- else if $value -}}
    {{- $_ := set $collected "entries" (append $collected.entries (dict "name" $name "value" $value)) -}}
  {{- end -}}
{{- end -}}
{{- $credentials := list -}}
{{- range $name := keys $collected.credentials | sortAlpha -}}
  {{- $credentials = append $credentials (merge (dict "name" $name) (get $collected.credentials $name)) -}}
{{- end -}}
{{- range concat $credentials $collected.entries }}
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
Records who sets an environment name, and stops at a second claim: a server-side apply
refuses a name that stands twice.
Usage: {{ include "platform-common.v1.fields.claim" (dict "collected" $collected "name" "DB_HOST" "value" $value "by" "env") }}
*/}}
{{- define "platform-common.v1.fields.claim" -}}
{{- if .value -}}
  {{- if hasKey .collected.claims .name -}}
    {{- fail (printf "%s: values: environment name %q is claimed by %s and by %s; keep one, or set one to \"\"" .collected.chart .name (get .collected.claims .name) .by) -}}
  {{- end -}}
  {{- $_ := set .collected.claims .name .by -}}
{{- end -}}
{{- end -}}

{{/*
What the whole container takes from a ConfigMap and a Secret, without the key `envFrom:`.
Usage: {{ include "platform-common.v1.fields.envFrom" $context }}
*/}}
{{- define "platform-common.v1.fields.envFrom" -}}
{{- if include "platform-common.v1.fields.configData" . }}
- configMapRef:
    name: {{ quote .name }}
{{- end }}
{{- with .values.existingSecret }}
- secretRef:
    name: {{ quote . }}
{{- end }}
{{- end -}}

{{/*
Data of the ConfigMap: every entry of `config` that is not "".
Usage: {{ include "platform-common.v1.fields.configData" $context }}
*/}}
{{- define "platform-common.v1.fields.configData" -}}
{{- range $name, $value := .values.config }}
{{- if $value }}
{{ quote $name }}: {{ quote $value }}
{{- end }}
{{- end }}
{{- end -}}
