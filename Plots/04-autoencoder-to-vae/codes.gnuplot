# Where the codes lie
#
# Draw codes.png and codes.svg again, in this folder:  gnuplot codes.gnuplot
# It needs codes.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,480 font 'DejaVu Sans,11'
    set output 'codes.png'
    call 'codes.gnuplot' 'page'
    set terminal svg noenhanced size 900,480 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'codes.svg'
    call 'codes.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Where the codes lie' font ',14'

# Panel 1: Autoencoder
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.916666667
set title 'Autoencoder' font ',13' textcolor rgb '#333333'
set xlabel 'number 7 of the code' textcolor rgb '#333333'
set ylabel 'number 3' textcolor rgb '#333333'
set xrange [-35.8409165:12.4295405]
set yrange [-30.2156431:13.1961585]
set xtics 10 format '%.0f'
set ytics 10 format '%.0f'
set size ratio -1
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'codes.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#66d55e00' title 'the prior', \
    'codes.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#660072b2' title 'test pictures'

# Panel 2: VAE
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.916666667
set title 'VAE' font ',13' textcolor rgb '#333333'
set xlabel 'number 1 of the code' textcolor rgb '#333333'
set ylabel 'number 8' textcolor rgb '#333333'
set xrange [-3.21030617:3.41309166]
set yrange [-4.18001332:3.15422931]
set xtics 2 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'codes.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#66d55e00' title 'the prior', \
    'codes.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#660072b2' title 'test pictures'
unset multiplot
