terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
    cloudflare = {
      source = "cloudflare/cloudflare"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "files" {
  bucket = "files"
}

resource "azurerm_storage_account" "old" {
  name = "old"
}

resource "google_storage_bucket" "more" {
  name = "more"
}

resource "cloudflare_record" "www" {
  name = "www"
}

resource "datadog_monitor" "cpu" {
  name = "cpu"
}

resource "random_id" "x" {
  byte_length = 4
}
