{{/*
Metadata of an object: name, namespace, all labels, annotations. `labels` are labels of this
object alone, and win.
Usage: {{ include "platform-common.v1.fields.metadata" (dict "context" $context "name" $name "annotations" dict "labels" dict) }}
*/}}
{{- define "platform-common.v1.fields.metadata" -}}
{{- $labels := include "platform-common.v1.fields.labels" .context -}}
{{- if .labels -}}
  {{- $labels = merge dict .labels ($labels | fromYaml) | toYaml -}}
{{- end -}}
name: {{ quote .name }}
namespace: {{ quote .context.root.Release.Namespace }}
labels:
  {{- $labels | nindent 2 }}
{{- with merge dict .annotations .context.values.annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Labels of an object: those of its pods and the version labels. Version labels stand on
objects alone: in a pod template every version of this chart would restart every service.
Usage: {{ include "platform-common.v1.fields.labels" $context }}
*/}}
{{- define "platform-common.v1.fields.labels" -}}
{{- include "platform-common.v1.fields.readLabels" . -}}
{{- .labels.object -}}
{{- end -}}

{{/*
Labels of a pod: those that no version changes, and `podLabels`.
Usage: {{ include "platform-common.v1.fields.podLabels" $context }}
*/}}
{{- define "platform-common.v1.fields.podLabels" -}}
{{- include "platform-common.v1.fields.readLabels" . -}}
{{- .labels.pod -}}
{{- end -}}

{{/*
The labels of the service as texts, set as "labels" in the context the first time: "object" and
"pod". `labels` may set any but name, instance and managed-by. part-of is by default the chart
that is installed: the umbrella, or the service alone.
Usage: {{ include "platform-common.v1.fields.readLabels" $context }}
*/}}
{{- define "platform-common.v1.fields.readLabels" -}}
{{- if not (hasKey . "labels") -}}
  {{- $chart := .root.Chart -}}
  {{- $own := dict
    "app.kubernetes.io/name" .name
    "app.kubernetes.io/instance" .root.Release.Name
    "app.kubernetes.io/managed-by" .root.Release.Service
  -}}
  {{- $defaults := dict
    "app.kubernetes.io/part-of" (.root.Template.BasePath | splitList "/" | first)
    "backstage.io/kubernetes-id" .name
  -}}
  {{- $stable := merge $own .values.labels $defaults -}}
  {{- $version := dict
    "helm.sh/chart" (printf "%s-%s" $chart.Name $chart.Version | replace "+" "_" | trunc 63 | trimAll "-_.")
    "chartroom/common-chart" (include "platform-common.v1.version" .)
  -}}
  {{- with .values.image.tag | default $chart.AppVersion -}}
    {{- $_ := set $version "app.kubernetes.io/version" (replace "+" "_" . | trunc 63 | trimAll "-_.") -}}
  {{- end -}}
  {{- $_ := set . "labels" (dict
    "pod" (merge dict $stable .values.podLabels | toYaml)
    "object" (merge $version $stable | toYaml)
  ) -}}
{{- end -}}
{{- end -}}

{{/*
Labels that select the pods, here and in the policies of others. The name alone: it is
unique in a namespace, and a service that moves from its own release to the umbrella keeps
its selector, which cannot be changed.
Usage: {{ include "platform-common.v1.fields.selector" $context }}
*/}}
{{- define "platform-common.v1.fields.selector" -}}
app.kubernetes.io/name: {{ quote .name }}
{{- end -}}
