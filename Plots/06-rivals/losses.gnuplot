# 
#
# Draw losses.png and losses.svg again, in this folder:  gnuplot losses.gnuplot
# It needs losses.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 1000,400 font 'DejaVu Sans,11'
    set output 'losses.png'
    call 'losses.gnuplot' 'page'
    set terminal svg noenhanced size 1000,400 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'losses.svg'
    call 'losses.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: DCGAN
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'DCGAN' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'cross-entropy in nats' textcolor rgb '#333333'
set xrange [0:1599]
set yrange [0:8]
set xtics 500 format '%.0f'
set ytics 2 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'losses.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'losses.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'discriminator, running mean', \
    'losses.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'losses.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'generator, running mean'

# Panel 2: IllustrationGAN
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'IllustrationGAN' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'cross-entropy in nats' textcolor rgb '#333333'
set xrange [0:1599]
set yrange [0:8]
set xtics 500 format '%.0f'
set ytics 2 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'losses.dat' index 4 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'losses.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'discriminator, running mean', \
    'losses.dat' index 6 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'losses.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'generator, running mean'
unset multiplot
