{{/*
Reference of an image: registry/repository:tag@digest, of which the repository is needed.
Usage: {{ include "platform-common.v1.fields.image" $image }}
*/}}
{{- define "platform-common.v1.fields.image" -}}
{{- with .registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{- .repository -}}
{{- with .tag }}:{{ . }}{{ end -}}
{{- with .digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/*
The service's own image. The tag is the chart's appVersion unless written.
Usage: {{ include "platform-common.v1.fields.ownImage" $context }}
*/}}
{{- define "platform-common.v1.fields.ownImage" -}}
{{- $chart := .root.Chart.Name -}}
{{- $image := .values.image -}}
{{- $tag := $image.tag | default .root.Chart.AppVersion -}}
{{- if not $image.repository -}}
  {{- fail (printf "%s: values: image.repository is empty; write where the image is, such as registry.example.com/shop/%s" $chart $chart) -}}
{{- end -}}
{{- if not (or $tag $image.digest) -}}
  {{- fail (printf "%s: values: image.tag is empty and the chart has no appVersion; write one of them, or image.digest" $chart) -}}
{{- end -}}
{{- include "platform-common.v1.fields.image" (merge (dict "tag" $tag) $image) -}}
{{- end -}}
