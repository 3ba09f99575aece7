{{/*
Where the service's secrets are, set as "secret" in the context the first time:

  name   of the Secret that the container takes whole; "" where there is none
  by     which value says so: existingSecret, externalSecret, or secrets
  data   by name { text, by }, of a Secret that this chart makes
  names  by name where it was written, of all that is known to be in it

The order is that of the ways to production: a Secret that is there already, one that an
operator fetches, and last what a pipeline or a developer's own file gives.
Usage: {{ include "platform-common.v1.fields.readSecret" $context }}
*/}}
{{- define "platform-common.v1.fields.readSecret" -}}
{{- if not (hasKey . "secret") -}}
  {{- $secret := dict "name" "" "by" "" "data" dict "names" dict -}}
  {{- if .values.existingSecret -}}
    {{- $_ := mergeOverwrite $secret (dict "name" .values.existingSecret "by" "existingSecret") -}}
  {{- else if .values.externalSecret.enabled -}}
    {{- $_ := mergeOverwrite $secret (dict "name" .name "by" "externalSecret") -}}
    {{- range $name, $_ := .values.externalSecret.data -}}
      {{- $_ := set $secret.names $name "externalSecret.data" -}}
    {{- end -}}
  {{- else if or .values.secrets .values.secretsFiles -}}
    {{- include "platform-common.v1.fields.readSecretData" (dict "context" . "data" $secret.data) -}}
    {{- range $name, $entry := $secret.data -}}
      {{- $_ := set $secret.names $name $entry.by -}}
    {{- end -}}
    {{- if $secret.data -}}
      {{- $_ := mergeOverwrite $secret (dict "name" .name "by" "secrets") -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set . "secret" $secret -}}
{{- end -}}
{{- end -}}

{{/*
Fills "data" with `secretsFiles` and `secrets`, which wins. A file without one secret stops as
a missing one does: an empty Secret would be found out only by the running service.
Usage: {{ include "platform-common.v1.fields.readSecretData" (dict "context" $context "data" dict) }}
*/}}
{{- define "platform-common.v1.fields.readSecretData" -}}
{{- $context := .context -}}
{{- $data := .data -}}
{{- range $path := $context.values.secretsFiles -}}
  {{- $file := dict "context" $context "key" "secretsFiles" "path" $path "missing" "it is kept out of git, so it must be put where Helm runs, with a line NAME: text for each secret" -}}
  {{- include "platform-common.v1.fields.readFile" $file -}}
  {{- range $name, $text := $file.data -}}
    {{- $_ := set $data $name (dict "text" $text "by" (printf "secretsFiles (%s)" $path)) -}}
  {{- end -}}
  {{- if and $file.found (not $file.data) -}}
    {{- fail (printf "%s: values: secretsFiles names %s, which holds no secret; write a line NAME: text for each, or remove the name" $context.root.Chart.Name $path) -}}
  {{- end -}}
{{- end -}}
{{- range $name, $text := $context.values.secrets -}}
  {{- $_ := set $data $name (dict "text" $text "by" "secrets") -}}
{{- end -}}
{{- range $name, $entry := $data -}}
  {{- if not $entry.text -}}
    {{- $_ := unset $data $name -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
What is hashed into the pods of the Secret that this chart makes: nothing where it is another's.
Usage: {{ include "platform-common.v1.fields.secretData" $context }}
*/}}
{{- define "platform-common.v1.fields.secretData" -}}
{{- include "platform-common.v1.fields.readSecret" . -}}
{{- range $name, $entry := .secret.data }}
{{ quote $name }}: {{ quote $entry.text }}
{{- end }}
{{- end -}}

{{/*
Name of the Secret that the container takes whole as its environment; "" where there is none.
Usage: {{ include "platform-common.v1.fields.secretName" $context }}
*/}}
{{- define "platform-common.v1.fields.secretName" -}}
{{- include "platform-common.v1.fields.readSecret" . -}}
{{- .secret.name -}}
{{- end -}}
